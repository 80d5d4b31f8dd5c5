package org.repframework.compare;

import java.io.IOException;
import org.repframework.engine.problem.Code;

/** A value that is NaN or infinite. */
final class NotFiniteException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * @param row counted from 0
     * @param column counted from 0
     */
    NotFiniteException(String name, long row, long column, double value) {
        super(name + " is " + value + " in row " + row + ", column " + column + " (counted from 0)");
    }

    UnusableInput unusable() {
        return new UnusableInput(
                Code.NOT_FINITE,
                getMessage(),
                "a measure of such a value would be NaN or mean nothing: find out where it comes from, or leave the row out"
                        + " of both files");
    }
}
