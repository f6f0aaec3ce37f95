package org.carbonbook.yearbook.grid;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The kind of a file, recognised by its first bytes and not by its name. */
enum FileKind {
  XLS("an .xls workbook"),
  XLSX("an .xlsx workbook"),
  PDF("a PDF document"),
  HTML("an HTML page"),
  XML("an XML document"),
  XML_SPREADSHEET("an XML spreadsheet of Excel 2003"),
  MHTML("a web page in one file (MHTML)"),
  OPEN_DOCUMENT("an OpenDocument spreadsheet"),
  ARCHIVE("an archive of files"),
  BINARY("a binary file of an unknown kind"),
  TEXT("a text file");

  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] RAR = {'R', 'a', 'r', '!'};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] SEVEN_ZIP = {'7', 'z', (byte) 0xBC, (byte) 0xAF};
  private static final int PROBE = 4096;

  private final String what;

  FileKind(String what) {
    this.what = what;
  }

  /** The name used in messages. */
  String what() {
    return what;
  }

  static FileKind of(byte[] content) {
    if (startsWith(content, OLE2)) {
      return XLS;
    }
    if (startsWith(content, ZIP)) {
      return ofPackage(content);
    }
    if (startsWith(content, RAR) || startsWith(content, GZIP) || startsWith(content, SEVEN_ZIP)) {
      return ARCHIVE;
    }
    if (isWide(content)) {
      return TEXT;
    }
    byte[] head = Arrays.copyOf(content, Math.min(content.length, PROBE));
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String start = text.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("%pdf")) {
      return PDF;
    }
    if (start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<table")
        || start.startsWith("<head")) {
      return HTML;
    }
    if (start.startsWith("mime-version:") || start.contains("\nmime-version:")) {
      return MHTML;
    }
    if (start.contains("urn:schemas-microsoft-com:office:spreadsheet")
        && start.contains("<workbook")) {
      return XML_SPREADSHEET;
    }
    if (start.startsWith("<?xml")) {
      return start.contains("<html") ? HTML : XML;
    }
    return text.indexOf('\0') >= 0 ? BINARY : TEXT;
  }

  /** What a zip package holds, by its directory. */
  private static FileKind ofPackage(byte[] content) {
    String names = new String(content, StandardCharsets.ISO_8859_1);
    if (names.contains("application/vnd.oasis.opendocument")) {
      return OPEN_DOCUMENT;
    }
    // A damaged package is reported as a damaged workbook.
    boolean whole = names.contains("PK\u0005\u0006");
    return whole && !names.contains("[Content_Types].xml") && !names.contains("xl/")
        ? ARCHIVE
        : XLSX;
  }

  /** UTF-16 with its byte order mark is text although it is full of zero bytes. */
  private static boolean isWide(byte[] content) {
    return content.length >= 2
        && ((content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
            || (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF));
  }

  private static boolean startsWith(byte[] content, byte[] magic) {
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }
}
