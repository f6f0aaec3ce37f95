package org.carbonbook.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.carbonbook.lake.Digest;
import org.carbonbook.notice.Notice;

/**
 * The landing folder at one moment: its files with the facts that sidecars state. Hidden files,
 * empty folders and the sidecars themselves are not data files.
 */
final class Landing {

  static final String SIDECAR = ".source.yaml";
  static final String FOLDER_SIDECAR = "source.yaml";

  private final FileSystem files;
  private final Path root;
  private final List<LandingFile> listed = new ArrayList<>();
  private final Map<String, SourceFacts> sidecars = new HashMap<>();
  private final List<Notice> notices = new ArrayList<>();

  private Landing(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** Lists the folder; one that is missing or closed to us is a notice. */
  static Landing list(String folder, Configuration hadoop) {
    Path root = new Path(folder);
    try {
      FileSystem files = root.getFileSystem(hadoop);
      Landing landing = new Landing(files, files.makeQualified(root));
      landing.listFolder(landing.root);
      landing.listed.sort(Comparator.comparing(LandingFile::path));
      return landing;
    } catch (IOException e) {
      Landing none = new Landing(null, root);
      none.notices.add(
          Notice.of(
              SourceNotice.LANDING_UNREADABLE,
              folder,
              e.getMessage() == null ? e.toString() : e.getMessage(),
              "give an existing, readable folder with --landing DIR"));
      return none;
    }
  }

  /** The files of data, by path. */
  List<LandingFile> listFiles() {
    return listed;
  }

  /** What is wrong with the folder and its sidecars. */
  List<Notice> notices() {
    return notices;
  }

  /** The file system of the folder. */
  FileSystem fileSystem() {
    return files;
  }

  /** Changes when a file or sidecar is added, removed, or changes size or time. */
  String state() {
    Digest digest = new Digest();
    notices.forEach(notice -> digest.add(notice.message()));
    for (LandingFile file : listed) {
      digest
          .add(file.path())
          .add(file.bytes() + "@" + file.modifiedMs())
          .add(facts(file).toString());
    }
    return digest.hex();
  }

  /** What is stated about a file: beside it, else for its folder, else for a folder above. */
  SourceFacts facts(LandingFile file) {
    SourceFacts facts = sidecars.getOrDefault(file.path() + SIDECAR, SourceFacts.NONE);
    String folder = file.path();
    while (!folder.isEmpty()) {
      folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
      String sidecar = folder.isEmpty() ? FOLDER_SIDECAR : folder + "/" + FOLDER_SIDECAR;
      facts = facts.or(sidecars.getOrDefault(sidecar, SourceFacts.NONE));
    }
    return facts;
  }

  private void listFolder(Path folder) throws IOException {
    for (FileStatus status : files.listStatus(folder)) {
      String name = status.getPath().getName();
      if (name.startsWith(".") || name.startsWith("~$")) {
        continue;
      }
      if (status.isDirectory()) {
        listFolder(status.getPath());
      } else if (name.equals(FOLDER_SIDECAR) || name.endsWith(SIDECAR)) {
        readSidecar(status);
      } else {
        listed.add(
            new LandingFile(
                relative(status), status.getPath(), status.getLen(), status.getModificationTime()));
      }
    }
  }

  private void readSidecar(FileStatus status) {
    try (InputStream in = files.open(status.getPath())) {
      sidecars.put(
          relative(status),
          SourceFacts.parse(
              relative(status),
              in.readAllBytes(),
              fault -> reportSidecar(fault.place(), fault.message())));
    } catch (IOException e) {
      reportSidecar(relative(status), String.valueOf(e.getMessage()));
    }
  }

  private void reportSidecar(String place, String message) {
    notices.add(
        Notice.of(
            SourceNotice.SIDECAR_INVALID,
            place,
            message.lines().findFirst().orElse("not readable"),
            "correct the sidecar; its keys are kind, publisher, edition, citation, licence,"
                + " region, year, origin (printed, computed, estimated, assumed)"));
  }

  private String relative(FileStatus status) {
    return root.toUri().relativize(status.getPath().toUri()).getPath();
  }

  /** One file of data in the landing folder. */
  record LandingFile(String path, Path location, long bytes, long modifiedMs) {}
}
