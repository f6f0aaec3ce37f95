package org.carbonbook.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** Notices as a JSON array of objects, one line for each. */
public final class NoticeJson implements NoticeReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void print(List<Notice> notices, Appendable out) throws IOException {
    out.append("[");
    String separator = "\n";
    for (Notice notice : notices) {
      out.append(separator).append(JSON.writeValueAsString(notice));
      separator = ",\n";
    }
    out.append("\n]\n");
  }
}
