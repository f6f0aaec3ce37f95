package org.carbonbook.serve.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.carbonbook.fixtures.SampleLake;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.Releases;
import org.carbonbook.serve.access.Access;
import org.carbonbook.serve.release.ReleaseReader;
import org.carbonbook.serve.release.ShownRelease;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What readers need passes the gate; and what a role does not allow is not there. */
class AllowedTest {

  /** A role that sees the rows of one region. */
  private static final Access XIANNING =
      new Access(
          "one",
          List.of("mart.*"),
          java.util.Map.of("region_code", java.util.Set.of("421200")),
          List.of());

  private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\s*> (.*);$");

  private static ReadSession session;
  private static ShownRelease shown;

  @BeforeAll
  static void open() throws IOException {
    SampleLake sample = SampleLake.get();
    Lake lake = Lake.open(() -> LakeSession.open("test"), sample.folder().toUri().toString());
    session = ReadSession.open(lake.spark().sparkContext(), "ana", Access.all());
    shown =
        new ReleaseReader(lake, TableDefinition::findDefinition, ReleaseReader.Keep.IN_MEMORY)
            .show(new Releases(lake).findCurrent().orElseThrow(), Optional.empty());
  }

  @TestFactory
  Stream<DynamicTest> everyStatementIsAnswered() throws IOException {
    ReadSession reader = session.beside("ana", Access.all());
    return Files.readAllLines(Path.of("src/test/resources/serve/allowed.sql")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("--"))
        .map(line -> DynamicTest.dynamicTest(line, () -> answered(reader, line)));
  }

  private static void answered(ReadSession reader, String statement) {
    assertThat(read(reader, statement).toString())
        .doesNotContain("file:")
        .doesNotContain("/target/")
        .doesNotContain(System.getProperty("user.dir"));
  }

  /** Spark's own examples of an allowed function: none is refused for how Spark computes it. */
  @TestFactory
  Stream<DynamicTest> everyFunctionCanBeCalled() {
    ReadSession reader = session.beside("ana", Access.all());
    return Functions.listNames().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> called(reader, name)));
  }

  @Test
  void everyNamedFunctionExists() {
    var state = session.spark().sessionState();
    assertThat(Functions.listNames())
        .filteredOn(name -> !state.functionRegistry().functionExists(new FunctionIdentifier(name)))
        .filteredOn(
            name -> !state.tableFunctionRegistry().functionExists(new FunctionIdentifier(name)))
        .isEmpty();
  }

  private static void called(ReadSession reader, String name) {
    var info = FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(name));
    String examples = info.map(ExpressionInfo::getExamples).getOrElse(() -> "");
    // Padding of bytes has no bound, so only texts can be padded.
    String texts = examples.replaceAll("(?m)^.*pad\\(unhex.*$", "");
    for (Matcher example = EXAMPLE.matcher(texts); example.find(); ) {
      try {
        read(reader, example.group(1));
      } catch (Refused e) {
        assertThat(e.getMessage()).as(example.group(1)).doesNotContain("the expression");
      }
    }
  }

  @Test
  void aRowFilterHoldsForEveryWayToAsk() {
    ReadSession reader = session.beside("bo", XIANNING);
    for (String statement :
        List.of(
            "select distinct region_code from mart.carbon_footprint_total",
            "select region_code from carbon_footprint_total union select region_code from mart.carbon_footprint",
            "with a as (select * from mart.carbon_footprint_total) select distinct a.region_code from a join a b using (year)",
            "select max(region_code) from mart.carbon_footprint_total",
            "select (select min(region_code) from mart.carbon_footprint_total)")) {
      assertThat(read(reader, statement))
          .as(statement)
          .extracting(r -> r.get(0))
          .containsOnly("421200");
    }
    read(reader, "create temporary view mine as select * from mart.carbon_footprint_total");
    assertThat(read(reader, "select distinct region_code from mine"))
        .extracting(row -> row.get(0))
        .containsOnly("421200");
  }

  /** A condition that fails on rows that are not the reader's would tell what is in them. */
  @Test
  void aFailingConditionSaysNothingOfOtherRows() {
    assertThat(
            read(
                session.beside("bo", XIANNING),
                "select count(*) from mart.carbon_footprint_total"
                    + " where 1 / (case when region_code = '420000' then 0 else 1 end) = 1"))
        .extracting(row -> row.getLong(0))
        .allMatch(count -> count > 0);
  }

  /** How many rows there are in all is of the rows that the filter hides, too. */
  @Test
  void noExplanationCountsHiddenRows() {
    ReadSession reader = session.beside("bo", XIANNING);
    read(reader, "select count(*) from mart.carbon_footprint_total");
    for (String mode : List.of("", "cost", "extended", "formatted", "codegen")) {
      assertThat(
              read(reader, "explain " + mode + " select * from mart.carbon_footprint_total")
                  .toString())
          .as(mode)
          .doesNotContain("rowCount")
          .doesNotContain("sizeInBytes")
          .doesNotContain("ShownFiles")
          .doesNotContain("org.apache")
          .doesNotContain("Exception");
    }
  }

  /** Views that use each other twice would double the plan with each of them. */
  @Test
  void viewsOnViewsAreCountedTogether() {
    ReadSession reader = session.beside("ana", Access.all());
    read(reader, "create temporary view v0 as select 1 a");
    assertThatThrownBy(
            () -> {
              for (int i = 1; i <= 20; i++) {
                read(
                    reader,
                    "create temporary view v%d as select a from v%d union all select a from v%d"
                        .formatted(i, i - 1, i - 1));
              }
            })
        .isInstanceOf(Refused.class)
        .hasMessageContaining("parts, with the queries of WITH and of views");
  }

  @Test
  void whatARoleDoesNotAllowIsNotThere() {
    ReadSession reader =
        session.beside(
            "bo", new Access("marts", List.of("mart.carbon*"), java.util.Map.of(), List.of()));
    assertThat(read(reader, "show tables in mart"))
        .extracting(row -> row.getString(1))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("carbon"));
    assertThat(read(reader, "show databases"))
        .extracting(row -> row.get(0))
        .containsExactly("mart");
    for (String statement :
        List.of(
            "select * from mart.growth",
            "select * from core.observation",
            "describe mart.growth",
            "show columns in mart.growth",
            "use core",
            "explain extended select * from mart.growth")) {
      assertThatThrownBy(() -> assertThat(read(reader, statement)).isEmpty())
          .as(statement)
          .satisfies(
              e -> assertThat(e.getMessage()).containsAnyOf("refused", "TABLE_OR_VIEW_NOT_FOUND"));
    }
  }

  @Test
  void viewsLiveInTheirSession() {
    ReadSession mine = session.beside("ana", Access.all());
    read(mine, "create temporary view carbon_footprint_total as select 42 as scope1_t");
    assertThat(read(mine, "select * from carbon_footprint_total")).hasSize(1);
    assertThat(read(session.beside("bo", Access.all()), "select * from carbon_footprint_total"))
        .hasSizeGreaterThan(1);
  }

  /** Patterns that can be stopped match what Spark's match. */
  @Test
  void patternsMatchAsSparkDoes() {
    ReadSession reader = session.beside("ana", Access.all());
    for (String same :
        List.of(
            "t like 'a%c'",
            "t like 'a_c%'",
            "not t like '%x%'",
            "not (t like 'a!%%' escape '!')",
            "t ilike 'A%C'",
            "t like all ('a%', '%c', '_b_')",
            "t not like all ('x%', '%b')",
            "t like any ('x', 'a%b%c')",
            "t not like any ('a%', 'x_%')",
            "(t like any ('x', null)) is null",
            "t rlike '^a.c$'",
            "regexp_replace(t, '(b)(c)', '$2$1') = 'acb'",
            "regexp_replace(concat(t, t), 'a', 'x', 2) = 'abcxbc'",
            "regexp_replace(t, 'a', 'x', 9) = 'abc'",
            "regexp_extract(t, '(a)(b)', 2) = 'b'",
            "regexp_extract_all(concat(t, t), '(b)', 1) = array('b', 'b')",
            "regexp_instr(t, 'c') = 3",
            "regexp_count(concat(t, t), 'b') = 2",
            "regexp_substr(t, 'b.') = 'bc'",
            "regexp_substr(t, 'x') is null",
            "split(concat(t, ','), ',') = array('abc', '')",
            "split(t, 'b', 1) = array('abc')",
            "split(t, '') = array('a', 'b', 'c')")) {
      assertThat(
              read(
                  reader,
                  "select "
                      + same
                      + " from (select substr(max(unit), 1, 0) || 'abc' t from growth)"))
          .as(same)
          .extracting(row -> row.getBoolean(0))
          .containsExactly(true);
    }
    assertThatThrownBy(() -> read(reader, "select regexp_replace(unit, '(', 'x') from growth"))
        .hasMessageContaining("the pattern cannot be read");
  }

  /** Only what is the same tomorrow may be kept for those who ask again. */
  @Test
  void whatReadsTheClockIsNotSteady() {
    ReadSession reader = session.beside("ana", Access.all());
    for (String clock :
        List.of(
            "date 'today'",
            "timestamp ' now'",
            "cast('today' as date)",
            "cast(concat('to', 'day') as date)",
            "current_date",
            "current_user()",
            "rand()")) {
      assertThat(reader.ask("select " + clock, shown).isSteady()).as(clock).isFalse();
    }
    for (String same :
        List.of(
            "date '2026-01-01' + 1",
            "timestamp '2026-01-01 10:00:00'",
            "cast('2026-01-01' as date)",
            "current_release()")) {
      assertThat(reader.ask("select " + same, shown).isSteady()).as(same).isTrue();
    }
    assertThat(read(reader, "select date 'today' = current_date()"))
        .extracting(row -> row.getBoolean(0))
        .containsExactly(true);
  }

  @Test
  void theKeyOfAnAnswerHasWhatItDependsOn() {
    ReadSession reader = session.beside("ana", Access.all());
    String query = "select count(*) from growth";
    Optional<AnswerKey> key = reader.keyOf(query);
    assertThat(key).isPresent().isEqualTo(session.beside("bo", Access.all()).keyOf(query));
    assertThat(session.beside("ana", XIANNING).keyOf(query)).isPresent().isNotEqualTo(key);
    for (String change :
        List.of(
            "use core",
            "set spark.sql.ansi.enabled = false",
            "set time zone '+08:00'",
            "set spark.sql.ansi.doubleQuotedIdentifiers = true")) {
      Optional<AnswerKey> before = reader.keyOf(query);
      read(reader, change);
      assertThat(reader.keyOf(query)).as(change).isPresent().isNotEqualTo(before);
    }
    read(reader, "create temporary view growth as select 1 a");
    assertThat(reader.keyOf(query)).isEmpty();
    read(reader, "drop view growth");
    assertThat(reader.keyOf(query)).isPresent();
  }

  private static List<Row> read(ReadSession reader, String statement) {
    List<Row> rows = new ArrayList<>();
    reader.ask(statement, shown).atMost(10_000).rows(16 << 20).forEachRemaining(rows::add);
    return rows;
  }
}
