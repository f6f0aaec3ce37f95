package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each query of {@code docs/questions.md} gives the answer that stands below it. {@code
 * -Dquestions.write=true} writes the answers.
 */
class QuestionsDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/questions.md");
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?ms)^## (?<title>[^\\n]+)\\n.*?^```sql\\n(?<sql>.*?)^```\\n\\n```text\\n(?<answer>.*?)^```$");

  /**
   * One question.
   *
   * @param start where the answer begins in the document
   * @param end where it ends
   */
  private record Question(String title, String sql, String answer, int start, int end) {}

  static Stream<String> titles() throws IOException {
    return questions().stream().map(Question::title);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("titles")
  void theAnswerIsWhatTheQueryGives(String title) throws IOException {
    Question question =
        questions().stream().filter(q -> q.title().equals(title)).findFirst().orElseThrow();

    CommandRun run =
        CommandRun.of("--lake", SampleLake.get().folder().toString(), "sql", question.sql());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().count()).as("lines of the answer").isGreaterThan(2);
    if (Boolean.getBoolean("questions.write")) {
      String text = Files.readString(DOCUMENT);
      Files.writeString(
          DOCUMENT,
          text.substring(0, question.start()) + run.out() + text.substring(question.end()));
      return;
    }
    assertThat(question.answer())
        .as("stale; to write it: mvn test -Dtest=QuestionsDocumentTest -Dquestions.write=true")
        .isEqualTo(run.out());
  }

  private static List<Question> questions() throws IOException {
    List<Question> questions = new ArrayList<>();
    Matcher matcher = QUESTION.matcher(Files.readString(DOCUMENT));
    while (matcher.find()) {
      questions.add(
          new Question(
              matcher.group("title"),
              matcher.group("sql"),
              matcher.group("answer"),
              matcher.start("answer"),
              matcher.end("answer")));
    }
    return questions;
  }
}
