package org.carbonbook.serve.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkEnv;

/**
 * The encoded rows of a partition: in memory while they are few, otherwise in a file that is gone
 * once it was opened.
 */
final class EncodedRows implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int IN_MEMORY = 256 << 10;

  private final byte[] bytes;
  private final String file;

  private EncodedRows(byte[] bytes, String file) {
    this.bytes = bytes;
    this.file = file;
  }

  /** The bytes; a file has no name from here on, so that nothing stays behind. */
  InputStream open() throws IOException {
    if (file == null) {
      return new ByteArrayInputStream(bytes);
    }
    Path path = Path.of(file);
    InputStream in = Files.newInputStream(path);
    Files.delete(path);
    return in;
  }

  /** Where a task puts them. */
  static final class Writer extends OutputStream {

    private final boolean mayUseFile;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path path;
    private OutputStream file;

    /**
     * @param mayUseFile whether those who read the rows have the same disk
     */
    Writer(boolean mayUseFile) {
      this.mayUseFile = mayUseFile;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      if (file == null && mayUseFile && memory.size() + length > IN_MEMORY) {
        File folder = SparkEnv.get().blockManager().diskBlockManager().localDirs()[0];
        path = Files.createTempFile(folder.toPath(), "answer", ".rows");
        file = Files.newOutputStream(path);
        memory.writeTo(file);
        memory = null;
      }
      (file == null ? memory : file).write(some, from, length);
    }

    /** What was written, all of it. */
    EncodedRows encoded() throws IOException {
      if (file == null) {
        return new EncodedRows(memory.toByteArray(), null);
      }
      file.close();
      return new EncodedRows(null, path.toString());
    }

    @Override
    public void close() throws IOException {
      if (file != null) {
        file.close();
      }
    }

    /** Takes away what no reader will open. */
    void drop() {
      try {
        close();
        if (path != null) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("rows of a partition", e);
      }
    }
  }
}
