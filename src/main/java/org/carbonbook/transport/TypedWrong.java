package org.carbonbook.transport;

import java.util.function.LongPredicate;

/** Whether a number becomes right when one digit is taken out, put in, changed or exchanged. */
final class TypedWrong {

  private TypedWrong() {}

  /**
   * Looks for a right number one slip away.
   *
   * @param number as typed
   * @param isRight whether a number is possible
   */
  static boolean isOneSlipFrom(long number, LongPredicate isRight) {
    String digits = Long.toString(number);
    for (int i = 0; i <= digits.length(); i++) {
      String head = digits.substring(0, i);
      String tail = digits.substring(i);
      boolean found =
          (!tail.isEmpty() && test(head + tail.substring(1), isRight))
              || (tail.length() > 1 && test(head + swapped(tail), isRight));
      for (char digit = '0'; digit <= '9' && !found; digit++) {
        found =
            test(head + digit + tail, isRight)
                || (!tail.isEmpty() && test(head + digit + tail.substring(1), isRight));
      }
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static String swapped(String tail) {
    return "" + tail.charAt(1) + tail.charAt(0) + tail.substring(2);
  }

  private static boolean test(String digits, LongPredicate isRight) {
    return !digits.isEmpty() && isRight.test(Long.parseLong(digits));
  }
}
