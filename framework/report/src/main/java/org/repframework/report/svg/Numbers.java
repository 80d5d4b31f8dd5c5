package org.repframework.report.svg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same on every machine. */
public final class Numbers {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Numbers() {}

    /** For people: four significant digits. */
    public static String brief(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        var rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros();
        var size = Math.abs(value);
        return size < 1e-4 || size >= 1e7 ? scientific(rounded) : rounded.toPlainString();
    }

    /** For narrow places and finite numbers: three decimals. */
    public static String thousandths(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** All digits of a number other than 0, and its power of ten: {@code 1.5e-7}. */
    public static String scientific(BigDecimal value) {
        var digits = value.stripTrailingZeros();
        var exponent = digits.precision() - digits.scale() - 1;
        return digits.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** Whole numbers with their thousands apart: {@code 10 000}. */
    public static String count(long value) {
        var digits = Long.toString(value);
        var text = new StringBuilder(digits);
        for (var i = digits.length() - 3; i > (value < 0 ? 1 : 0); i -= 3) {
            text.insert(i, '\u202F'); // narrow no-break space
        }
        return text.toString();
    }

    /** At most two decimals. */
    public static String coordinate(double value) {
        var text = new StringBuilder(8);
        appendCoordinate(text, value);
        return text.toString();
    }

    static void appendCoordinate(StringBuilder text, double value) {
        var hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            text.append('-');
            hundredths = -hundredths;
        }
        text.append(hundredths / 100);
        var rest = (int) (hundredths % 100);
        if (rest != 0) {
            text.append('.').append((char) ('0' + rest / 10));
            if (rest % 10 != 0) {
                text.append((char) ('0' + rest % 10));
            }
        }
    }
}
