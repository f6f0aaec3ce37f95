package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.MartDefinition;
import org.carbonbook.step.Step;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/DICTIONARY.md} describes every table and mart, and {@code docs/zh/marts.md} every
 * mart in Chinese.
 */
class DictionaryDocumentTest {

  private static final Path TABLES = Path.of("src/main/resources/tables");
  private static final Map<String, String> LAYERS =
      new TreeMap<>(
          Map.of(
              "raw", "What was received, as printed.",
              "core", "Harmonised figures: canonical codes, units and instants.",
              "mart", "What people query. Each is one file of `conf/marts`.",
              "ops", "The ledger of the lake: runs, notices, rejected rows, releases."));

  @Test
  void describesEveryTable() throws IOException {
    GeneratedDocument document = document("docs/DICTIONARY.md");
    List<TableDefinition> tables = listTables();
    StringBuilder text =
        new StringBuilder(
            """
            # Data dictionary

            This document answers: which tables are there, what is one row of each, and what does each column mean? The comments are
            also visible in SQL (`describe mart.carbon_footprint`) and through JDBC. Types are Spark SQL types; instants are UTC.

            ## Steps and tables

            Steps are boxes, tables are cylinders. An arrow into a step is a table that it reads.

            """);
    text.append(stepDiagram());
    text.append("\n## Marts and the tables they read\n\n").append(martDiagram());
    for (String layer : List.of("raw", "core", "mart", "ops")) {
      text.append("\n## %s\n\n%s\n\n".formatted(layer, LAYERS.get(layer)));
      text.append("| table | one row is |\n| --- | --- |\n");
      List<TableDefinition> inLayer =
          tables.stream().filter(table -> table.table().startsWith(layer + ".")).toList();
      inLayer.forEach(
          table ->
              text.append(
                  "| [%s](#%s) | %s<br>%s |\n"
                      .formatted(
                          table.table(), anchor(table.table()), cell(table.en()), table.zh())));
      inLayer.forEach(table -> text.append(section(table)));
    }
    document.requireText(
        text
            + document.origin(
                "`src/main/resources/tables/*.yaml` and the headers of `conf/marts/*.sql`"));
  }

  @Test
  void describesEveryMartInChinese() throws IOException {
    GeneratedDocument document = document("docs/zh/marts.md");
    StringBuilder text =
        new StringBuilder(
            """
            # 集市

            集市（mart）是供查询的表。下表说明哪个问题查哪个集市；之后是每个集市一行表示什么（粒度）、由哪些列唯一确定一行（键），以及各列的含义。

            | 问题 | 集市 |
            | --- | --- |
            """);
    List<MartDefinition> marts = DeclaredSteps.listMarts();
    marts.forEach(
        mart ->
            text.append(
                "| %s | [%s](#%s) |\n"
                    .formatted(question(mart).zh(), mart.table(), anchor(mart.table()))));
    for (MartDefinition mart : marts) {
      TableDefinition table = mart.definition();
      text.append(
          "\n## %s\n\n%s\n\n- 一行：%s\n".formatted(table.table(), question(mart).zh(), table.zh()));
      text.append("- 方法（英文）：%s\n".formatted(methodLink(table, "docs/zh")));
      text.append("- 键：%s\n".formatted(code(table.key())));
      text.append("- 数据来自：%s\n\n".formatted(code(DeclaredSteps.reads(mart))));
      text.append("| 列 | 类型 | 含义 |\n| --- | --- | --- |\n");
      for (ColumnDefinition column : table.columns()) {
        text.append(
            "| `%s` | %s | %s |\n".formatted(column.name(), type(column), cell(column.zh())));
      }
    }
    document.requireText(
        text + "\n本页由 `conf/marts/*.sql` 的文件头生成：`%s`。\n".formatted(document.command()));
  }

  private static GeneratedDocument document(String file) {
    return new GeneratedDocument(Path.of(file), "dictionary", DictionaryDocumentTest.class);
  }

  private static List<TableDefinition> listTables() throws IOException {
    List<TableDefinition> tables = new ArrayList<>();
    try (Stream<Path> files = Files.list(TABLES)) {
      for (Path file : files.sorted().toList()) {
        tables.add(TableDefinition.parse(file.toString(), Files.readString(file)));
      }
    }
    DeclaredSteps.listMarts().forEach(mart -> tables.add(mart.definition()));
    tables.sort(Comparator.comparing(TableDefinition::table));
    return tables;
  }

  private static String section(TableDefinition table) {
    StringBuilder text = new StringBuilder();
    text.append("\n### %s\n\n%s.<br>%s。\n\n".formatted(table.table(), table.en(), table.zh()));
    if (table.question() != null) {
      text.append("- Answers: %s\n".formatted(table.question().en()));
    }
    if (table.method() != null) {
      text.append("- Method: %s\n".formatted(methodLink(table, "docs")));
    }
    if (!table.key().isEmpty()) {
      text.append("- Key: %s\n".formatted(code(table.key())));
    }
    if (!table.partitionBy().isEmpty()) {
      text.append("- Partitioned by: %s\n".formatted(code(table.partitionBy())));
    }
    text.append("- Written by: %s\n".formatted(writer(table)));
    List<String> readers = readers(table.table());
    if (!readers.isEmpty()) {
      text.append("- Read by: %s\n".formatted(code(readers)));
    }
    text.append("\n| column | type | meaning | 含义 |\n| --- | --- | --- | --- |\n");
    for (ColumnDefinition column : table.columns()) {
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(column.name(), type(column), cell(meaning(column)), cell(column.zh())));
    }
    return text.toString();
  }

  /** What a column means, and what is checked of its values. */
  private static String meaning(ColumnDefinition column) {
    List<String> parts = new ArrayList<>(List.of(column.en()));
    if (column.min() != null || column.max() != null) {
      parts.add(
          "from %s to %s"
              .formatted(
                  Objects.requireNonNullElse(column.min(), "any"),
                  Objects.requireNonNullElse(column.max(), "any")));
    }
    if (column.nullWhen() != null) {
      parts.add("null only when `%s`".formatted(column.nullWhen()));
    }
    if (column.holds() != null) {
      parts.add("`%s`".formatted(column.holds()));
    }
    return String.join("; ", parts);
  }

  /** A link to the section that explains how the figures are made, from a folder of documents. */
  private static String methodLink(TableDefinition table, String from) {
    String[] parts = table.method().split("#", 2);
    String file = Path.of(from).relativize(Path.of(parts[0])).toString();
    return "[%s](%s#%s)".formatted(parts[0].replaceFirst("^docs/", ""), file, parts[1]);
  }

  private static TableDefinition.Question question(MartDefinition mart) {
    assertThat(mart.definition().question())
        .as("%s needs a line '-- question: {zh: …, en: …}'", mart.file())
        .isNotNull();
    return mart.definition().question();
  }

  private static String writer(TableDefinition table) {
    String sql = "conf/marts/%s.sql".formatted(table.table().replaceFirst("^mart\\.", ""));
    if (Files.exists(Path.of(sql))) {
      return code(List.of(sql));
    }
    List<String> writers =
        DeclaredSteps.listSteps().stream()
            .filter(step -> step.writes().contains(table.table()))
            .map(step -> "step " + step.name())
            .toList();
    return writers.isEmpty() ? "the runner" : code(writers);
  }

  private static List<String> readers(String table) {
    List<String> readers = new ArrayList<>();
    DeclaredSteps.listSteps().stream()
        .filter(step -> DeclaredSteps.inputs(step).anyMatch(table::equals))
        .forEach(step -> readers.add("step " + step.name()));
    DeclaredSteps.listMarts().stream()
        .filter(mart -> DeclaredSteps.reads(mart).contains(table))
        .forEach(mart -> readers.add(mart.table()));
    return readers;
  }

  private static String stepDiagram() {
    StringBuilder text = new StringBuilder("```mermaid\nflowchart LR\n");
    List<Step> steps = DeclaredSteps.listSteps();
    for (Step step : steps) {
      text.append("  %s[\"%s\"]\n".formatted(node("step." + step.name()), step.name()));
    }
    Stream.concat(
            steps.stream().flatMap(step -> step.writes().stream()),
            steps.stream().flatMap(DeclaredSteps::inputs))
        .distinct()
        .sorted()
        .forEach(table -> text.append("  %s[(\"%s\")]\n".formatted(node(table), table)));
    for (Step step : steps) {
      String box = node("step." + step.name());
      DeclaredSteps.inputs(step)
          .forEach(table -> text.append("  %s --> %s\n".formatted(node(table), box)));
      step.writes().stream()
          .sorted()
          .forEach(table -> text.append("  %s --> %s\n".formatted(box, node(table))));
    }
    return text.append("```\n").toString();
  }

  private static String martDiagram() {
    StringBuilder text = new StringBuilder("```mermaid\nflowchart LR\n");
    List<MartDefinition> marts = DeclaredSteps.listMarts();
    Stream.concat(
            marts.stream().map(MartDefinition::table),
            marts.stream().flatMap(mart -> DeclaredSteps.reads(mart).stream()))
        .distinct()
        .sorted()
        .forEach(table -> text.append("  %s[(\"%s\")]\n".formatted(node(table), table)));
    for (MartDefinition mart : marts) {
      DeclaredSteps.reads(mart).stream()
          .sorted()
          .forEach(
              table -> text.append("  %s --> %s\n".formatted(node(table), node(mart.table()))));
    }
    return text.append("```\n").toString();
  }

  private static String node(String name) {
    return name.replace('.', '_');
  }

  private static String anchor(String table) {
    return table.replace(".", "").toLowerCase(Locale.ROOT);
  }

  private static String type(ColumnDefinition column) {
    return column.type().length() > 20 ? "array of struct" : column.type();
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
