package org.carbonbook.serve.gate;

import java.util.List;
import java.util.TreeMap;
import org.carbonbook.serve.release.ShownRelease;

/**
 * Statements that must be refused, tried before any user may log in: this detects a gate that an
 * update of Spark or a setting has opened.
 */
final class Canaries {

  private static final ShownRelease NOTHING = new ShownRelease("R0", 0, new TreeMap<>());

  private static final List<String> REFUSED =
      List.of(
          "select transform(1) using 'cat' as (a string)",
          "select * from text.`/`",
          "select * from parquet.`/`",
          "select * from delta.`/`",
          "create table t (a int)",
          "create table t as select 1",
          "create view v as select 1",
          "create temporary view v using text options (path '/')",
          "insert into t values (1)",
          "insert overwrite directory '/nowhere' using csv select 1",
          "delete from t",
          "update t set a = 1",
          "drop table t",
          "drop database mart cascade",
          "alter table t add columns (b int)",
          "set spark.sql.runSQLOnFiles=true",
          "set",
          "reset",
          "add jar '/nowhere.jar'",
          "create function f as 'java.lang.Runtime'",
          "select reflect('java.lang.System', 'getenv', 'PATH')",
          "select java_method('java.lang.System', 'getenv', 'PATH')",
          "select input_file_name()",
          "cache table t",
          "clear cache",
          "refresh table t",
          "load data inpath '/' into table t",
          "select * from t version as of 1",
          "select 1; select 2");

  private Canaries() {}

  static void check(ReadSession session) {
    for (String statement : REFUSED) {
      if (!isRefused(session, statement)) {
        throw new IllegalStateException(
            "the gate for readers does not hold: \"%s\" was not refused, so nobody may read"
                .formatted(statement));
      }
    }
    Object text = session.ask("select '${env:PATH}'", NOTHING).rows(1_000).next().get(0);
    if (!"${env:PATH}".equals(text)) {
      throw new IllegalStateException(
          "the gate for readers does not hold: settings are put into statements, so nobody may read");
    }
  }

  private static boolean isRefused(ReadSession session, String statement) {
    try {
      var unused = session.ask(statement, NOTHING);
      return false;
    } catch (Refused e) {
      return true;
    }
  }
}
