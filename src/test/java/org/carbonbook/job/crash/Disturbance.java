package org.carbonbook.job.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What befalls a run, and what a person does about it before the next one. */
interface Disturbance {

  /** Lets it happen to a run at work, and waits for the end of that run. */
  void strike(NightProcess night) throws IOException, InterruptedException;

  /** Puts things right again. */
  default void mend() throws IOException, InterruptedException {}

  /** What the run must have said, or an empty text when it could not say anything. */
  default String said() {
    return "";
  }

  /** SIGKILL. */
  static Disturbance kill() {
    return NightProcess::kill;
  }

  /** A file takes all the space that is left on the lake's disk. */
  static Disturbance fullDisk(Path disk) {
    Path filler = disk.resolve("filler");
    return new Disturbance() {
      @Override
      public void strike(NightProcess night) throws InterruptedException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
          while (true) {
            out.write(block);
          }
        } catch (IOException full) {
          night.await();
        }
      }

      @Override
      public void mend() throws IOException {
        Files.delete(filler);
      }

      @Override
      public String said() {
        return "no space is left on the disk of the lake";
      }
    };
  }

  /** Nothing can be created, renamed or deleted in any folder of the lake. */
  static Disturbance readOnly(Path lake) {
    return new Disturbance() {
      @Override
      public void strike(NightProcess night) throws IOException, InterruptedException {
        change("+i");
        night.await();
      }

      @Override
      public void mend() throws IOException, InterruptedException {
        change("-i");
      }

      private void change(String flag) throws IOException, InterruptedException {
        List<String> command =
            new ArrayList<>(List.of("find", lake.toString(), "-type", "d", "-exec", "chattr"));
        command.addAll(List.of(flag, "{}", "+"));
        new ProcessBuilder(command).start().waitFor();
      }

      @Override
      public String said() {
        return "cannot be written";
      }
    };
  }
}
