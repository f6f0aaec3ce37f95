package org.carbonbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.carbonbook.lake.Digest;

/**
 * The contents of one path that count. A content that begins with the whole content before it only
 * adds lines: the lines before keep the time of their arrival. Any other content replaces what was
 * there.
 */
final class GrownFile {

  private static final int BUFFER = 1 << 16;
  private static final int LOOK = 4096;

  private final FileSystem files;

  GrownFile(FileSystem files) {
    this.files = files;
  }

  /**
   * A content, of which the bytes before {@code fromByte} are those of the content before it in the
   * list.
   */
  record Part(ClaimedFile file, long fromByte) {}

  /**
   * The contents that count, the first one whole.
   *
   * @param versions the contents of one path in the order of arrival
   */
  List<Part> parts(List<ClaimedFile> versions) {
    ClaimedFile newest = versions.get(versions.size() - 1);
    int first = versions.size() - 1;
    if (first > 0 && mayGrow(newest)) {
      try {
        first = firstOfChain(versions);
      } catch (IOException e) {
        // The reading of the file itself will say what is wrong with it.
        first = versions.size() - 1;
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int i = first; i < versions.size(); i++) {
      parts.add(new Part(versions.get(i), i == first ? 0 : versions.get(i - 1).bytes()));
    }
    return parts;
  }

  private static boolean mayGrow(ClaimedFile file) {
    String path = file.path().toLowerCase(Locale.ROOT);
    return file.format().container() == FileFormat.Container.CSV && !path.endsWith(".gz");
  }

  /** The index of the oldest version from which on each is the beginning of the newest. */
  private int firstOfChain(List<ClaimedFile> versions) throws IOException {
    int last = versions.size() - 1;
    ClaimedFile newest = versions.get(last);
    int first = last;
    while (first > 0 && versions.get(first - 1).bytes() < versions.get(first).bytes()) {
      first--;
    }
    if (first == last || versions.get(first).bytes() == 0) {
      return last;
    }
    boolean[] begins = new boolean[versions.size()];
    MessageDigest digest = Digest.sha256();
    try (InputStream in = files.open(new Path(newest.location()))) {
      byte[] bytes = new byte[BUFFER];
      long read = 0;
      for (int i = first; i < last; i++) {
        byte end = 0;
        while (read < versions.get(i).bytes()) {
          int count = in.read(bytes, 0, (int) Math.min(BUFFER, versions.get(i).bytes() - read));
          if (count < 0) {
            return last;
          }
          if (read == 0 && !isPlainText(bytes, Math.min(count, LOOK))) {
            return last;
          }
          digest.update(bytes, 0, count);
          end = bytes[count - 1];
          read += count;
        }
        begins[i] = end == '\n' && hash(digest).equals(versions.get(i).sourceHash());
      }
    }
    int chain = last;
    while (chain > first && begins[chain - 1]) {
      chain--;
    }
    return chain;
  }

  /** Text that can be read from the middle. */
  private static boolean isPlainText(byte[] head, int length) {
    return !TextEncoding.find(head, length).name().startsWith("UTF-16") && (head[0] & 0xFF) != 0x1F;
  }

  private static String hash(MessageDigest digest) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
