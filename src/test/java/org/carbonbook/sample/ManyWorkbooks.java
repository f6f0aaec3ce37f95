package org.carbonbook.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Provincial balance workbooks by the hundred: every province and year, no two figures alike. */
final class ManyWorkbooks {

  private static final int FIRST_YEAR = 1980;
  private static final List<String> PROVINCES =
      List.of(
          "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西",
          "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "宁夏",
          "新疆");

  private final SampleBalance model = SampleBalance.of(SheetFigures.read("hubei-2007-balance"));

  /** Writes workbooks number 0 to {@code count - 1}, and where they are from. */
  void write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("source.yaml"),
        "kind: benchmark\npublisher: none\nedition: figures of no meaning\n",
        StandardCharsets.UTF_8);
    for (int number = 0; number < count; number++) {
      write(folder, number, number);
    }
  }

  /**
   * Writes one workbook.
   *
   * @param seed another seed gives other figures
   */
  void write(Path folder, int number, int seed) throws IOException {
    String province = PROVINCES.get(number % PROVINCES.size());
    int year = FIRST_YEAR + number / PROVINCES.size();
    HSSFWorkbook workbook = new HSSFWorkbook();
    new ProvincialTable(
            scaled(BigDecimal.valueOf(1000L + seed, 3)),
            "6-17  %s能源平衡表(实物量)-%d".formatted(province, year),
            "",
            "")
        .writeTo(workbook);
    try (OutputStream out = Files.newOutputStream(folder.resolve("balance-" + number + ".xls"))) {
      workbook.write(out);
    }
    workbook.close();
  }

  private SampleBalance scaled(BigDecimal factor) {
    SampleBalance balance = new SampleBalance();
    SheetFigures figures = SheetFigures.read("hubei-2007-balance");
    figures
        .matrix()
        .forEach(
            (sector, row) ->
                row.keySet()
                    .forEach(
                        fuel ->
                            balance.put(
                                sector,
                                fuel,
                                model
                                    .orZero(sector, fuel)
                                    .multiply(factor)
                                    .setScale(2, RoundingMode.HALF_EVEN))));
    return balance;
  }
}
