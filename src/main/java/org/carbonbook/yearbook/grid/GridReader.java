package org.carbonbook.yearbook.grid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.OfficeXmlFileException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.carbonbook.notice.Notice;

/**
 * Reads bytes into grids. The libraries throw many kinds of exceptions on damaged files; each of
 * them becomes a notice.
 */
public final class GridReader implements Serializable {

  private static final int UNPACK_BUFFER = 65536;

  private final ReadingLimits limits;

  public GridReader(ReadingLimits limits) {
    this.limits = limits;
    ZipSecureFile.setMinInflateRatio(0.005);
    ZipSecureFile.setMaxEntrySize(limits.maxUnpackedBytes());
  }

  /** The grids of a file; none, with a notice, when it cannot be opened. */
  public List<Grid> listGrids(String fileName, byte[] content, List<Notice> notices) {
    if (content.length == 0) {
      notices.add(
          Notice.of(
              FileNotice.EMPTY_FILE,
              fileName,
              "the file is empty, so there is nothing to read",
              "send it again under the same path"));
      return List.of();
    }
    if (content.length > limits.maxFileBytes()) {
      notices.add(tooLarge(fileName, content.length));
      return List.of();
    }
    FileKind kind = FileKind.of(content);
    return switch (kind) {
      case XLS, XLSX -> workbook(fileName, content, kind, notices);
      case TEXT -> text(fileName, content, notices);
      default -> {
        notices.add(wrongKind(fileName, kind));
        yield List.of();
      }
    };
  }

  /** The notice about a file that is not opened because of its size. */
  public Notice tooLarge(String fileName, long bytes) {
    return Notice.of(
        FileNotice.FILE_TOO_LARGE,
        fileName,
        String.format(
            Locale.ROOT,
            "the file has %.1f MB, more than the limit of %d MB, and is not opened",
            bytes / 1048576.0,
            limits.maxFileMb()),
        "split the file, or raise max_file_mb in conf/reading.yaml");
  }

  private static Notice wrongKind(String fileName, FileKind kind) {
    return Notice.of(
        FileNotice.WRONG_KIND,
        fileName,
        "the file is " + kind.what() + " and is not read",
        "open it in the program that made it and save it as .xlsx, .xls or .csv");
  }

  private static Notice otherKind(String fileName) {
    return Notice.of(
        FileNotice.OTHER_KIND,
        fileName,
        "the file has the name of a workbook, but it is a text file and is read as such",
        "nothing to do if the figures are right");
  }

  private List<Grid> workbook(
      String fileName, byte[] content, FileKind kind, List<Notice> notices) {
    try {
      if (kind == FileKind.XLSX) {
        checkUnpackedSize(content);
      } else if (isEncryptedPackage(content)) {
        throw new EncryptedDocumentException("an encrypted .xlsx package");
      }
      return new WorkbookGridReader(limits.maxCells()).read(content, kind);
    } catch (EncryptedDocumentException e) {
      notices.add(
          Notice.of(
              FileNotice.ENCRYPTED_WORKBOOK,
              fileName,
              "the workbook is encrypted and cannot be opened without its password",
              "save it without a password"));
    } catch (OldExcelFormatException | OfficeXmlFileException e) {
      notices.add(
          Notice.of(
              FileNotice.UNREADABLE_WORKBOOK,
              fileName,
              "workbooks of this kind are not read: " + firstLine(e),
              "open it and save it as .xlsx"));
    } catch (IOException | RuntimeException e) {
      notices.add(
          Notice.of(
              FileNotice.UNREADABLE_WORKBOOK,
              fileName,
              "the workbook cannot be opened: " + firstLine(e),
              "send the file again under the same path; if it opens in a spreadsheet program, save it as .xlsx"));
    }
    return List.of();
  }

  /** An encrypted .xlsx is an OLE2 container that holds the package in one stream. */
  private static boolean isEncryptedPackage(byte[] content) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
    }
  }

  private void checkUnpackedSize(byte[] content) throws IOException {
    long unpacked = 0;
    byte[] buffer = new byte[UNPACK_BUFFER];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        unpacked += unpackedSize(zip, buffer, limits.maxUnpackedBytes() - unpacked);
        if (unpacked > limits.maxUnpackedBytes()) {
          throw new IOException(
              "the workbook unpacks to more than "
                  + limits.maxUnpackedMb()
                  + " MB (max_unpacked_mb in conf/reading.yaml)");
        }
      }
    }
  }

  private static long unpackedSize(InputStream entry, byte[] buffer, long allowed)
      throws IOException {
    long size = 0;
    for (int n = entry.read(buffer); n >= 0 && size <= allowed; n = entry.read(buffer)) {
      size += n;
    }
    return size;
  }

  private List<Grid> text(String fileName, byte[] content, List<Notice> notices) {
    String text = TextDecoder.findText(content).orElse(null);
    if (text == null) {
      notices.add(unreadableText(fileName, "the bytes are neither UTF-8 nor GB18030"));
      return List.of();
    }
    if (text.isBlank()) {
      notices.add(
          Notice.of(
              FileNotice.EMPTY_FILE,
              fileName,
              "the file holds only blanks, so there is nothing to read",
              "send it again under the same path"));
      return List.of();
    }
    try {
      String name = fileName.toLowerCase(Locale.ROOT);
      if (name.endsWith(".xls") || name.endsWith(".xlsx")) {
        notices.add(otherKind(fileName));
      }
      return List.of(CsvGridReader.read(stem(fileName), text, limits.maxCells()));
    } catch (IOException e) {
      notices.add(unreadableText(fileName, firstLine(e)));
      return List.of();
    }
  }

  private static Notice unreadableText(String fileName, String message) {
    return Notice.of(
        FileNotice.UNREADABLE_TEXT, fileName, message, "save it as CSV in UTF-8 and try again");
  }

  /** A file's name without folders and ending. */
  public static String stem(String fileName) {
    String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), 0));
    String bare = name.startsWith("/") ? name.substring(1) : name;
    int dot = bare.lastIndexOf('.');
    return dot > 0 ? bare.substring(0, dot) : bare;
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) : line;
  }
}
