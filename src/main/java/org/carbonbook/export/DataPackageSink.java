package org.carbonbook.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;
import org.carbonbook.lake.TableDefinition;

/**
 * A Data Package (datapackage.org, version 2): CSV files in {@code data} and {@code
 * datapackage.json}, which lists the columns, key, size and hash of each, and the sources of all
 * figures.
 */
final class DataPackageSink implements FileSink {

  private static final String DESCRIPTION = "datapackage.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PartialTarget partial;
  private final CsvStyle style;
  private final CsvSink csv;
  private final Map<String, Object> about;
  private final List<Object> resources = new ArrayList<>();

  /**
   * @param about what the package says of itself as a whole
   */
  DataPackageSink(PartialTarget partial, CsvStyle style, Map<String, Object> about) {
    this.partial = partial;
    this.style = style;
    this.csv = new CsvSink(partial, style, "data/");
    this.about = about;
  }

  @Override
  public Optional<Long> findRows(ExportTable table) {
    Optional<Long> rows = csv.findRows(table);
    rows.ifPresent(known -> resources.add(resource(table)));
    return rows;
  }

  @Override
  public long write(ExportTable table) throws IOException {
    long rows = csv.write(table);
    resources.add(resource(table));
    return rows;
  }

  @Override
  public void becomeTarget() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
    all.putAll(about);
    all.put("resources", resources);
    Files.write(partial.folder().resolve(DESCRIPTION), JSON.writeValueAsBytes(all));
    partial.becomeTarget();
  }

  private Map<String, Object> resource(ExportTable table) {
    PartialTarget.Finished file = partial.find(csv.file(table)).orElseThrow();
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", table.shortName());
    resource.put("type", "table");
    table.definition().ifPresent(definition -> describe(resource, definition));
    resource.put("path", file.file());
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", file.bytes());
    resource.put("hash", "sha256:" + file.sha256());
    resource.put("rows", file.rows());
    resource.put(
        "dialect",
        Map.of("delimiter", ",", "lineTerminator", "\n", "quoteChar", "\"", "doubleQuote", true));
    resource.put("formulasEscaped", style.formulas() == CsvStyle.Formulas.ESCAPE);
    resource.put("schema", schema(table));
    return resource;
  }

  private static void describe(Map<String, Object> of, TableDefinition definition) {
    of.put("title", definition.zh() + " / " + definition.en());
    of.put("titles", Map.of("zh", definition.zh(), "en", definition.en()));
    if (definition.question() != null) {
      of.put("description", definition.question().zh() + " / " + definition.question().en());
    }
  }

  private Map<String, Object> schema(ExportTable table) {
    List<Object> fields = new ArrayList<>();
    for (StructField column : table.schema().fields()) {
      Map<String, Object> field = new LinkedHashMap<>();
      field.put("name", column.name());
      field.put("type", type(column.dataType()));
      field.put("title", ExportTable.comment(column));
      table.definition().stream()
          .flatMap(definition -> definition.columns().stream())
          .filter(known -> known.name().equals(column.name()))
          .findFirst()
          .ifPresent(known -> field.put("titles", Map.of("zh", known.zh(), "en", known.en())));
      fields.add(field);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", fields);
    if (!table.key().isEmpty()) {
      schema.put("primaryKey", table.key());
    }
    schema.put("missingValues", List.of(style.nothing()));
    return schema;
  }

  private static String type(DataType type) {
    if (type instanceof StringType || type instanceof BinaryType) {
      return "string";
    } else if (type instanceof IntegralType) {
      return "integer";
    } else if (type instanceof DoubleType
        || type instanceof FloatType
        || type instanceof DecimalType) {
      return "number";
    } else if (type instanceof BooleanType) {
      return "boolean";
    } else if (type instanceof DateType) {
      return "date";
    } else if (type instanceof TimestampType) {
      return "datetime";
    }
    return type.typeName().startsWith("array") ? "array" : "object";
  }
}
