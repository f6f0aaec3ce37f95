package org.carbonbook.catalyst;

import org.apache.spark.unsafe.types.UTF8String;

/** Text in Spark's own type, which code outside this package handles as a plain object. */
public final class TextKey {

  private TextKey() {}

  /** The text in Spark's own type; null for null. */
  public static Object of(String text) {
    return text == null ? null : UTF8String.fromString(text);
  }

  /** Whether a key is text. */
  public static boolean isText(Object key) {
    return key instanceof UTF8String;
  }

  /** The bytes of a text, in UTF-8. */
  public static byte[] bytes(Object text) {
    return ((UTF8String) text).getBytes();
  }

  /** A key as a Java object: text as a string, anything else as it is. */
  public static Object toJava(Object key) {
    return key instanceof UTF8String ? key.toString() : key;
  }
}
