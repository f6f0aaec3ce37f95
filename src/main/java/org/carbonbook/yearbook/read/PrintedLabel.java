package org.carbonbook.yearbook.read;

/**
 * A printed label of one axis.
 *
 * @param index its column or row, counted from 0
 * @param cell where it begins, e.g. {@code C4}
 * @param zh the Chinese text
 * @param en the English text
 * @param unitZh the printed Chinese unit, blank when there is none
 * @param unitEn the printed English unit, blank when there is none
 */
record PrintedLabel(int index, String cell, String zh, String en, String unitZh, String unitEn) {

  /** The label as messages name it. */
  String shown() {
    return zh.isBlank() ? en : zh;
  }
}
