package org.carbonbook.decomposition.spark.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written column by column are read by Spark as what they are. */
class ColumnFileTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("name", DataTypes.StringType)
          .add("long", DataTypes.LongType)
          .add("int", DataTypes.IntegerType)
          .add("double", DataTypes.DoubleType)
          .add("nothing", DataTypes.StringType);

  @TempDir java.nio.file.Path folder;

  private String file() {
    return folder.resolve("f.parquet").toUri().toString();
  }

  private void write(int rows, int perNull, int names) throws IOException {
    try (ColumnFile file = new ColumnFile(new Path(file()), SCHEMA, new Configuration())) {
      for (int r = 0; r < rows; r++) {
        boolean isNull = perNull > 0 && r % perNull == 0;
        for (int c = 0; c < SCHEMA.length(); c++) {
          if (isNull || c == 4) {
            file.column(c).addNull();
          }
        }
        if (!isNull) {
          file.column(0).addText(("市" + r % names).getBytes(StandardCharsets.UTF_8));
          file.column(1).addLong(Long.MAX_VALUE - r);
          file.column(2).addLong(-r);
          file.column(3).addDouble(r / 3.0);
        }
        file.endRow();
      }
    }
  }

  private static Row expected(int r, int perNull, int names) {
    return perNull > 0 && r % perNull == 0
        ? RowFactory.create(null, null, null, null, null)
        : RowFactory.create("市" + r % names, Long.MAX_VALUE - r, -r, r / 3.0, null);
  }

  @Test
  void everyValueComesBackOverSeveralRowGroups() throws IOException {
    int rows = 140_001;
    for (int perNull : new int[] {0, 7}) {
      for (int names : new int[] {6, 200_000}) {
        write(rows, perNull, names);
        Dataset<Row> read = LocalSpark.session().read().parquet(file());
        assertThat(read.schema()).isEqualTo(SCHEMA);
        List<Row> all = read.collectAsList();
        assertThat(all).hasSize(rows);
        for (int r = 0; r < rows; r++) {
          if (!all.get(r).equals(expected(r, perNull, names))) {
            assertThat(all.get(r)).as("row " + r).isEqualTo(expected(r, perNull, names));
          }
        }
      }
    }
  }

  @Test
  void filtersFindWhatIsThere() throws IOException {
    for (int perNull : new int[] {0, 2}) {
      write(1000, perNull, 1000);
      Dataset<Row> read = LocalSpark.session().read().parquet(file());
      assertThat(read.filter("int = -999").count()).isEqualTo(1);
      assertThat(read.filter("long < 5").count()).isZero();
      assertThat(read.filter("name = '市301'").count()).isEqualTo(1);
      assertThat(read.filter("double = 333").count()).isEqualTo(1);
      assertThat(read.filter("double > 100 and nothing is null").count()).isGreaterThan(300);
      assertThat(read.filter("nothing = 'x'").count()).isZero();
    }
  }

  @Test
  void aFileWithoutRowsHasItsSchema() throws IOException {
    write(0, 0, 1);
    Dataset<Row> read = LocalSpark.session().read().parquet(file());
    assertThat(read.schema()).isEqualTo(SCHEMA);
    assertThat(read.count()).isZero();
  }

  @Test
  void numbersAndTextAreTaken() {
    assertThat(ColumnFile.takes(SCHEMA)).isTrue();
    assertThat(ColumnFile.takes(new StructType().add("d", DataTypes.DateType))).isFalse();
  }
}
