package org.carbonbook.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mart whose rows break what its dictionary or a check declares is reported with the row. */
class MartChecksTest {

  private static final TableDefinition GROUPS =
      new TableDefinition(
          "core.groups",
          "组",
          "groups",
          List.of("name"),
          List.of(),
          List.of(
              new ColumnDefinition("name", "string", "名", "name"),
              new ColumnDefinition("share", "double", "占比", "share"),
              new ColumnDefinition("low", "double", "下限", "low"),
              new ColumnDefinition("notation", "string", "符号", "notation")),
          null,
          null,
          Map.of(),
          null);

  private static final String MART =
      """
      -- table: mart.groups
      -- zh: 组
      -- en: groups
      -- key: [name]
      -- columns:
      --   - {name: name, type: string, zh: 名, en: name}
      --   - {name: share, type: double, zh: 占比, en: share, min: 0, max: 1, null_when: notation IS NOT NULL}
      --   - {name: low, type: double, zh: 下限, en: low, null_when: share IS NULL OR notation IS NULL, holds: low <= share}
      --   - {name: notation, type: string, zh: 符号, en: notation}
      SELECT name, share, low, notation FROM core.groups
      """;

  private static final String TOTALS =
      """
      -- table: mart.totals
      -- zh: 合计
      -- en: totals
      -- key: [name]
      -- columns:
      --   - {name: name, type: string, zh: 名, en: name}
      --   - {name: low, type: double, zh: 下限, en: low}
      SELECT name, low FROM core.groups
      """;

  private static final String CHECK =
      """
      -- zh: 占比之和为一
      -- en: The shares sum to one
      SELECT 'mart.groups' AS place, concat('the sum is ', SUM(share)) AS message
      FROM mart.groups HAVING abs(SUM(share) - 1) > 1e-9
      """;

  @TempDir private Path folder;
  private Lake lake;
  private Configuration configuration;
  private int runs;

  @BeforeEach
  void open() throws IOException {
    lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
    Path conf = folder.resolve("conf");
    Files.writeString(Files.createDirectories(conf.resolve("marts")).resolve("groups.sql"), MART);
    Files.writeString(conf.resolve("marts").resolve("totals.sql"), TOTALS);
    Files.writeString(
        Files.createDirectories(conf.resolve("checks")).resolve("shares_sum_to_one.sql"), CHECK);
    configuration = new Configuration(conf);
  }

  @Test
  void rowsThatKeepTheRulesGiveNoNotice() {
    write("('a', 0.25D, 0.2D, NULL), ('b', 0.75D, NULL, NULL), ('c', NULL, NULL, 'NE')");
    assertThat(notices("mart.groups")).isEmpty();
    assertThat(notices("check.shares_sum_to_one")).isEmpty();
  }

  @Test
  void eachBrokenRuleNamesItsFirstRowAndCountsTheOthers() {
    write(
        "('a', 1.25D, 1.5D, NULL), ('b', -0.5D, NULL, NULL), ('c', NULL, NULL, NULL), ('d', 2D, 1D, NULL)");
    List<Notice> notices = notices("mart.groups");
    assertThat(notices).allMatch(notice -> notice.severity() == Severity.ERROR);
    assertThat(notices)
        .extracting(notice -> notice.place() + ": " + notice.message().split(",")[0])
        .containsExactly(
            "mart.groups name=b: share is -0.5",
            "mart.groups name=a: share is 1.25",
            "mart.groups name=c: share is null",
            "mart.groups name=a: low is 1.5");
    assertThat(notices.get(1).message()).contains("at most 1.0").contains("2 row(s)");
    assertThat(notices("check.shares_sum_to_one"))
        .singleElement()
        .satisfies(
            n -> assertThat(n.message()).startsWith("the sum is 2.75; the rule: The shares"));
  }

  @Test
  void aFigureThatIsNoNumberIsReportedWithoutADeclaration() {
    write("('a', double('NaN'), NULL, NULL), ('b', 0.5D, double('-Infinity'), NULL)");
    assertThat(notices("mart.groups"))
        .extracting(Notice::message)
        .anyMatch(m -> m.startsWith("share is NaN, but must be: a number"))
        .anyMatch(m -> m.startsWith("low is -Infinity, but must be: a number"));
  }

  @Test
  void aNumberThatIsNullWithoutADeclaredReasonIsReportedAndTheReleaseGoesOn() {
    write("('a', 0.25D, NULL, 'NE'), ('b', 0.75D, 0.5D, NULL)");
    assertThat(notices("mart.totals"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("MART_VALUE_MISSING");
              assertThat(notice.severity()).isEqualTo(Severity.WARNING);
              assertThat(notice.message())
                  .isEqualTo(
                      "low is null, but must be: never null; 1 row(s) of the mart break this rule");
            });
  }

  @Test
  void aKeyIsNeverNullAndNamesOneRow() {
    write(
        "('a', 0.25D, 0.2D, NULL), ('a', 0.5D, 0.2D, NULL), (CAST(NULL AS STRING), 0.25D, 0.2D, NULL)");
    assertThat(notices("mart.totals"))
        .extracting(notice -> notice.place() + ": " + notice.message())
        .satisfiesExactly(
            m -> assertThat(m).startsWith("mart.totals [a,2]: 2 rows have this key (name)"),
            m -> assertThat(m).contains("name=-: name is null, but must be: never null"));
  }

  @Test
  void aCheckWaitsForItsMarts() {
    assertThat(notices("check.shares_sum_to_one")).isEmpty();
  }

  private void write(String rows) {
    lake.table("core.groups")
        .replace(
            lake.spark().sql("SELECT * FROM VALUES " + rows + " t(name, share, low, notation)"),
            GROUPS,
            new WriteContext("run-" + ++runs, runs, "groups"));
  }

  private List<Notice> notices(String name) {
    Step step =
        new MartDomain()
            .steps(configuration).stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    runs++;
    return step.run(
            new StepContext(
                lake, configuration, "none", new WriteContext("run-" + runs, runs, name)))
        .notices();
  }
}
