package org.carbonbook.toy;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of the tests with one more line in a file of {@code META-INF/services}. */
final class Registration {

  private Registration() {}

  /** A loader of its own, in which every class is loaded anew. */
  static ClassLoader of(Path folder, Class<?> service, Class<?> provider) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), provider.getName() + "\n");
    List<URL> urls = new ArrayList<>();
    urls.add(folder.toUri().toURL());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
