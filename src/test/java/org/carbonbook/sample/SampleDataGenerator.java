package org.carbonbook.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes {@code sample-data/} from the figures in {@code src/test/resources/sample}. The same
 * figures give the same bytes.
 *
 * <p>To write them anew: {@code mvn -q test -Dtest=SampleDataTest -Dsample.write=true}.
 */
public final class SampleDataGenerator {
  /** Kept in workbooks, whose bytes must not depend on when they are written. */
  private static final String CHINA = "100000";

  /** Files whose figures are not as a publication prints them. */
  private static final Map<String, String> ORIGINS =
      Map.of(
          "hubei/energy-balance-tce-2012.csv", "computed",
          "xianning/sinks-basis-assumed.csv", "assumed");

  private static final String TIME = "2000-01-01T00:00:00Z";

  private static final Charset GBK = Charset.forName("GBK");
  private static final String ASSUMED_NOTE =
      "注：假设分解（assumed breakdown）。咸宁市未公布能源平衡表。由湖北省2007年平衡表按比例推算：工业、建筑业、发电、供热按第二产业增加值，"
          + "农业按第一产业增加值，交通、批零、其他按第三产业增加值，生活消费按人口；";
  private static final String NOTE_2007 = ASSUMED_NOTE + "假定市内无炼油、炼焦、制气。";
  private static final String NOTE_2010 =
      ASSUMED_NOTE + "除生活消费外再乘以(280/233.1)^(3/4)（全市典型高耗能行业2006—2010年能源消耗增长）；假定市内无炼油、炼焦、制气。";

  private final Path root;

  private SampleDataGenerator(Path root) {
    this.root = root;
  }

  /** Writes into the folder given, {@code sample-data} when none is. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args.length == 0 ? "sample-data" : args[0]));
  }

  static void write(Path root) throws IOException {
    SampleDataGenerator generator = new SampleDataGenerator(root);
    generator.balances();
    generator.national();
    generator.series();
  }

  private void balances() throws IOException {
    SheetFigures figures = SheetFigures.read("hubei-2007-balance");
    SampleBalance hubei = SampleBalance.of(figures);
    HSSFWorkbook workbook = new HSSFWorkbook();
    new ProvincialTable(
            hubei,
            "6-17  湖北能源平衡表(实物量)-2007",
            "ENERGY BALANCE OF HUBEI-2007 (PHYSICAL QUANTITY)",
            "")
        .writeTo(workbook);
    xls("hubei/energy-balance-2007.xls", workbook, yearbook("restated workbook", figures));
    city(hubei, 2007, NOTE_2007);
    city(hubei, 2010, NOTE_2010);
  }

  private void city(SampleBalance hubei, int year, String note) throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    new ProvincialTable(
            AssumedCityBalance.of(hubei, year),
            "咸宁能源平衡表(实物量)-" + year,
            "ENERGY BALANCE OF XIANNING-" + year + " (PHYSICAL QUANTITY)",
            note)
        .writeTo(workbook);
    xlsx(
        "xianning/energy-balance-" + year + "-assumed-breakdown.xlsx",
        workbook,
        new Sidecar(
                "assumed",
                "carbonbook sample data",
                "Assumed breakdown, Xianning " + year,
                note
                    + " 依据：China Energy Statistical Yearbook 2008, table 6-17; 湖北统计年鉴; 咸宁市低碳城市对策 2012")
            .withOrigin("assumed"));
  }

  private void national() throws IOException {
    SheetFigures balance = SheetFigures.read("national-2007-balance");
    XSSFWorkbook balanceBook = new XSSFWorkbook();
    new NationalTable(balance).writeTo(balanceBook);
    xlsx(
        "national/energy-balance-tce-2007.xlsx",
        balanceBook,
        yearbook("restated workbook", balance));
    SheetFigures industry = SheetFigures.read("energy-by-industry");
    HSSFWorkbook industryBook = new HSSFWorkbook();
    new IndustryTable(industry).writeTo(industryBook);
    xls(
        "national/energy-by-industry.xls",
        industryBook,
        yearbook("restated workbook", industry).of(CHINA));
  }

  private static Sidecar yearbook(String kind, SheetFigures figures) {
    return new Sidecar(kind, Sidecar.STATISTICS, Sidecar.YEARBOOK, figures.source());
  }

  private void series() throws IOException {
    String nbs = "国家统计局 (National Bureau of Statistics)";
    String vintage = "NBS national data, vintage 2015";
    series("national/nbs-energy-consumption.csv", "nbs-energy", GBK, nbs, vintage);
    series("national/nbs-industry.csv", "nbs-industry", StandardCharsets.UTF_8, nbs, vintage);
    series("national/nbs-gdp.csv", "nbs-gdp", StandardCharsets.UTF_8, nbs, vintage);
    series(
        "national/population.csv",
        "national-series",
        StandardCharsets.UTF_8,
        nbs,
        "China Statistical Yearbook 2014");
    series(
        "national/gdp-index.csv",
        "national-gdp-index",
        StandardCharsets.UTF_8,
        nbs,
        "China Statistical Yearbook 2014");
    series(
        "national/value-added-constant-prices.csv",
        "national-constant-prices",
        StandardCharsets.UTF_8,
        nbs,
        "China Statistical Yearbook 2012");
    series(
        "hubei/energy-balance-tce-2012.csv",
        "hubei-2012-balance-tce",
        StandardCharsets.UTF_8,
        nbs + ", converted",
        "Energy balance of Hubei 2012, converted to standard coal");
    series("hubei/indicators.csv", "hubei-series", StandardCharsets.UTF_8, nbs, "NBS annual data");
    String city = "咸宁市统计局 (Xianning Bureau of Statistics), compiled";
    series(
        "xianning/indicators.csv",
        "xianning-series-a",
        StandardCharsets.UTF_8,
        city,
        "City panel, first series");
    series(
        "xianning/value-added.csv",
        "xianning-series-b",
        StandardCharsets.UTF_8,
        city,
        "City panel, second series");
    inventory("hubei/co2-inventory.csv", "hubei-co2", "CEADs provincial inventories");
    inventory("xianning/co2-inventory.csv", "xianning-co2", "CEADs city inventories");
    String study = "湖北省咸宁市社科联 (XNSK-B1201)";
    series(
        "xianning/low-carbon-study.csv",
        "xianning-low-carbon",
        StandardCharsets.UTF_8,
        study,
        "咸宁市低碳城市对策 2012");
    series(
        "xianning/sinks-basis-assumed.csv",
        "xianning-sinks",
        StandardCharsets.UTF_8,
        study,
        "咸宁市低碳城市对策 2012");
  }

  private void inventory(String path, String name, String edition) throws IOException {
    SheetFigures figures = SheetFigures.read(name);
    table(path, figures, StandardCharsets.UTF_8);
    sidecar(path, Sidecar.inventory(edition, figures.source()));
  }

  private void series(String path, String name, Charset charset, String publisher, String edition)
      throws IOException {
    SheetFigures figures = SheetFigures.read(name);
    table(path, figures, charset);
    Sidecar stated = new Sidecar("series", publisher, edition, figures.source());
    boolean years = figures.header().get(0).equals("year");
    String origin = ORIGINS.get(path);
    sidecar(path, (years ? stated.of(CHINA) : stated).withOrigin(origin));
  }

  private void table(String path, SheetFigures figures, Charset charset) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      boolean years = figures.header().get(0).equals("year");
      List<String> header = figures.header();
      printer.print(years ? "" : header.get(0));
      for (String column : header.subList(1, header.size())) {
        printer.print(column);
      }
      printer.println();
      for (List<String> row : figures.rows()) {
        printer.printRecord(row);
      }
    }
    save(path, text.toString().getBytes(charset));
  }

  private void xls(String path, HSSFWorkbook workbook, Sidecar sidecar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    workbook.close();
    save(path, bytes.toByteArray());
    sidecar(path, sidecar);
  }

  private void xlsx(String path, XSSFWorkbook workbook, Sidecar sidecar) throws IOException {
    POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
    try {
      core.setCreated(TIME);
      core.setModified(TIME);
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    workbook.close();
    save(path, FixedZip.rewrite(bytes.toByteArray()));
    sidecar(path, sidecar);
  }

  private void sidecar(String path, Sidecar sidecar) throws IOException {
    save(path + ".source.yaml", sidecar.yaml().getBytes(StandardCharsets.UTF_8));
  }

  private void save(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
