package org.carbonbook.serve.protocol;

import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.hive.serde2.thrift.Type;
import org.apache.hive.service.rpc.thrift.TGetInfoType;
import org.apache.hive.service.rpc.thrift.TGetInfoValue;
import org.apache.spark.package$;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.hive.thriftserver.SparkGetTypeInfoUtil;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.TableRows;
import org.carbonbook.serve.access.Access;
import org.carbonbook.serve.gate.Functions;
import org.carbonbook.serve.gate.NamePattern;
import org.carbonbook.serve.release.ReadScope;
import org.carbonbook.serve.release.ShownRelease;
import org.carbonbook.serve.release.ShownTable;
import scala.collection.JavaConverters;

/** The answers to JDBC's metadata calls: the part of the release that a reader may see. */
final class Metadata {

  private static final TableRows TYPES =
      TableRows.of(
          "types",
          schema(
              "TYPE_NAME string, DATA_TYPE int, PRECISION int, LITERAL_PREFIX string, LITERAL_SUFFIX string,"
                  + " CREATE_PARAMS string, NULLABLE smallint, CASE_SENSITIVE boolean, SEARCHABLE smallint,"
                  + " UNSIGNED_ATTRIBUTE boolean, FIXED_PREC_SCALE boolean, AUTO_INCREMENT boolean,"
                  + " LOCAL_TYPE_NAME string, MINIMUM_SCALE smallint, MAXIMUM_SCALE smallint,"
                  + " SQL_DATA_TYPE int, SQL_DATETIME_SUB int, NUM_PREC_RADIX int"));

  private static final TableRows TABLES =
      TableRows.of(
          "tables",
          schema(
              "TABLE_CAT string, TABLE_SCHEM string, TABLE_NAME string, TABLE_TYPE string, REMARKS string,"
                  + " TYPE_CAT string, TYPE_SCHEM string, TYPE_NAME string,"
                  + " SELF_REFERENCING_COL_NAME string, REF_GENERATION string"));

  private static final TableRows COLUMNS =
      TableRows.of(
          "columns",
          schema(
              "TABLE_CAT string, TABLE_SCHEM string, TABLE_NAME string, COLUMN_NAME string, DATA_TYPE int,"
                  + " TYPE_NAME string, COLUMN_SIZE int, BUFFER_LENGTH tinyint, DECIMAL_DIGITS int,"
                  + " NUM_PREC_RADIX int, NULLABLE int, REMARKS string, COLUMN_DEF string,"
                  + " SQL_DATA_TYPE int, SQL_DATETIME_SUB int, CHAR_OCTET_LENGTH int,"
                  + " ORDINAL_POSITION int, IS_NULLABLE string, SCOPE_CATALOG string,"
                  + " SCOPE_SCHEMA string, SCOPE_TABLE string, SOURCE_DATA_TYPE smallint,"
                  + " IS_AUTO_INCREMENT string"));

  /** Tools that ask for tables must find the marts, and so must tools that ask for views. */
  private static final List<String> TABLE_TYPES = List.of("TABLE", "VIEW");

  private static final int RADIX = 10;

  private final ReadScope reading;

  Metadata(ShownRelease shown, Access access) {
    this.reading = new ReadScope(shown, access);
  }

  static TGetInfoValue info(TGetInfoType type) {
    return TGetInfoValue.stringValue(
        switch (type) {
          case CLI_SERVER_NAME, CLI_DBMS_NAME -> "Spark SQL";
          case CLI_DBMS_VER -> package$.MODULE$.SPARK_VERSION();
          default -> "";
        });
  }

  static Operation noLog() {
    return Operation.of(new StructType().add("operation_log", "string"), List.of());
  }

  static Operation catalogs() {
    return Operation.of(schema("TABLE_CAT string"), List.of());
  }

  static Operation tableTypes() {
    return Operation.of(
        schema("TABLE_TYPE string"), TABLE_TYPES.stream().map(RowFactory::create).toList());
  }

  static Operation references() {
    return Operation.of(
        schema(
            "PKTABLE_CAT string, PKTABLE_SCHEM string, PKTABLE_NAME string, PKCOLUMN_NAME string,"
                + " FKTABLE_CAT string, FKTABLE_SCHEM string, FKTABLE_NAME string, FKCOLUMN_NAME string,"
                + " KEY_SEQ int, UPDATE_RULE int, DELETE_RULE int, FK_NAME string, PK_NAME string,"
                + " DEFERRABILITY int"),
        List.of());
  }

  static Operation functions(String pattern) {
    NamePattern names = NamePattern.ofJdbc(pattern);
    return Operation.of(
        schema(
            "FUNCTION_CAT string, FUNCTION_SCHEM string, FUNCTION_NAME string, REMARKS string,"
                + " FUNCTION_TYPE int, SPECIFIC_NAME string"),
        Functions.listNames().stream()
            .filter(name -> names.test(name))
            .map(
                name ->
                    RowFactory.create(
                        null, null, name, "", DatabaseMetaData.functionResultUnknown, name))
            .toList());
  }

  Operation types() {
    List<Row> rows = new ArrayList<>();
    for (Type type : JavaConverters.seqAsJavaList(SparkGetTypeInfoUtil.supportedType())) {
      rows.add(
          TYPES
              .row()
              .setNull(TYPES.schema().fieldNames())
              .set("TYPE_NAME", type.getName())
              .set("DATA_TYPE", type.toJavaSQLType())
              .set("PRECISION", type.getMaxPrecision())
              .set("LITERAL_PREFIX", type.getLiteralPrefix())
              .set("LITERAL_SUFFIX", type.getLiteralSuffix())
              .set("CREATE_PARAMS", type.getCreateParams())
              .set("NULLABLE", type.getNullable())
              .set("CASE_SENSITIVE", type.isCaseSensitive())
              .set("SEARCHABLE", type.getSearchable())
              .set("UNSIGNED_ATTRIBUTE", type.isUnsignedAttribute())
              .set("FIXED_PREC_SCALE", type.isFixedPrecScale())
              .set("AUTO_INCREMENT", type.isAutoIncrement())
              .set("LOCAL_TYPE_NAME", type.getLocalizedName())
              .set("MINIMUM_SCALE", type.getMinimumScale())
              .set("MAXIMUM_SCALE", type.getMaximumScale())
              .set("NUM_PREC_RADIX", type.getNumPrecRadix())
              .build());
    }
    return Operation.of(TYPES.schema(), rows);
  }

  Operation schemas(String pattern) {
    NamePattern names = NamePattern.ofJdbc(pattern);
    return Operation.of(
        schema("TABLE_SCHEM string, TABLE_CATALOG string"),
        seen()
            .map(ShownTable::schemaName)
            .distinct()
            .filter(name -> names.test(name))
            .map(name -> RowFactory.create(name, null))
            .toList());
  }

  Operation tables(String schemaPattern, String tablePattern, List<String> types) {
    List<String> wanted =
        types == null || types.isEmpty()
            ? TABLE_TYPES
            : TABLE_TYPES.stream().filter(types::contains).toList();
    return Operation.of(
        TABLES.schema(),
        wanted.isEmpty()
            ? List.of()
            : matching(schemaPattern, tablePattern)
                .map(
                    table ->
                        TABLES
                            .row()
                            .setNull(TABLES.schema().fieldNames())
                            .set("TABLE_SCHEM", table.schemaName())
                            .set("TABLE_NAME", table.tableName())
                            .set("TABLE_TYPE", wanted.get(0))
                            .set("REMARKS", table.comment())
                            .build())
                .toList());
  }

  Operation keys(String schemaName, String tableName) {
    List<Row> rows = new ArrayList<>();
    matching(schemaName, tableName)
        .forEach(
            table -> {
              for (int i = 0; i < table.key().size(); i++) {
                rows.add(
                    RowFactory.create(
                        null,
                        table.schemaName(),
                        table.tableName(),
                        table.key().get(i),
                        i + 1,
                        table.tableName() + "_key"));
              }
            });
    return Operation.of(
        schema(
            "TABLE_CAT string, TABLE_SCHEM string, TABLE_NAME string, COLUMN_NAME string, KEQ_SEQ int,"
                + " PK_NAME string"),
        rows);
  }

  Operation columns(String schemaPattern, String tablePattern, String columnPattern) {
    NamePattern names = NamePattern.ofJdbc(columnPattern);
    List<Row> rows = new ArrayList<>();
    matching(schemaPattern, tablePattern)
        .forEach(
            table -> {
              StructField[] fields = table.schema().fields();
              for (int i = 0; i < fields.length; i++) {
                if (names.test(fields[i].name())) {
                  rows.add(column(table, fields[i], i));
                }
              }
            });
    return Operation.of(COLUMNS.schema(), rows);
  }

  private static Row column(ShownTable table, StructField field, int at) {
    JdbcType type = JdbcType.of(field.dataType());
    boolean key = table.key().contains(field.name());
    return COLUMNS
        .row()
        .setNull(COLUMNS.schema().fieldNames())
        .set("TABLE_SCHEM", table.schemaName())
        .set("TABLE_NAME", table.tableName())
        .set("COLUMN_NAME", field.name())
        .set("DATA_TYPE", type.code())
        .set("TYPE_NAME", field.dataType().sql())
        .set("COLUMN_SIZE", type.size())
        .set("DECIMAL_DIGITS", type.digits())
        .set("NUM_PREC_RADIX", type.digits() == null ? null : RADIX)
        .set("NULLABLE", key ? DatabaseMetaData.columnNoNulls : DatabaseMetaData.columnNullable)
        .set("REMARKS", field.getComment().getOrElse(() -> ""))
        .set("ORDINAL_POSITION", at + 1)
        .set("IS_NULLABLE", key ? "NO" : "YES")
        .set("IS_AUTO_INCREMENT", "NO")
        .build();
  }

  private Stream<ShownTable> matching(String schemaPattern, String tablePattern) {
    NamePattern schemas = NamePattern.ofJdbc(schemaPattern);
    NamePattern tables = NamePattern.ofJdbc(tablePattern);
    return seen()
        .filter(table -> schemas.test(table.schemaName()))
        .filter(table -> tables.test(table.tableName()));
  }

  private Stream<ShownTable> seen() {
    return reading.shown().tables().values().stream().filter(reading::sees);
  }

  private static StructType schema(String ddl) {
    return StructType.fromDDL(ddl);
  }
}
