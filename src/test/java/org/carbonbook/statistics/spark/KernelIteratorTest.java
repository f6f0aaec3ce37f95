package org.carbonbook.statistics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;
import org.junit.jupiter.api.Test;

class KernelIteratorTest {

  private record SumKernel() implements GroupKernel {

    @Override
    public List<KernelColumn> columns() {
      return List.of(KernelColumn.number("sum"));
    }

    @Override
    public List<Object[]> rowsOf(double[][] columns) {
      return List.<Object[]>of(new Object[] {Arrays.stream(columns[0]).sum()});
    }
  }

  @Test
  void keysThatShareAHashStayApart() {
    List<Row> rows =
        List.of(
            row("a", 1, 7),
            row("b", 10, 7),
            row("a", 2, 7),
            row(null, 5, 7),
            row("b", 20, 7),
            row("c", 100, 9));
    assertThat(sums(rows)).containsExactly("a=3.0", "b=30.0", "null=5.0", "c=100.0");
  }

  @Test
  void aGroupMayBeLong() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.add(row("a", 1, 1));
    }
    assertThat(sums(rows)).containsExactly("a=1000.0");
  }

  @Test
  void noRowsMakeNoGroups() {
    assertThat(sums(List.of())).isEmpty();
  }

  private static Row row(String key, double value, long hash) {
    return RowFactory.create(key, value, hash);
  }

  private static List<String> sums(List<Row> rows) {
    List<String> result = new ArrayList<>();
    new KernelIterator(rows.iterator(), 1, 1, new SumKernel())
        .forEachRemaining(row -> result.add(row.get(0) + "=" + row.get(1)));
    return result;
  }
}
