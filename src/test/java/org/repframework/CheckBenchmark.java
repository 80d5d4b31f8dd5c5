package org.repframework;

import java.io.OutputStream;
import java.io.PrintStream;

/** Checks a workflow again and again in one JVM, and prints the milliseconds of each time. */
final class CheckBenchmark {

    private CheckBenchmark() {}

    public static void main(String[] arguments) {
        var script = arguments[0];
        var rounds = Integer.parseInt(arguments[1]);
        var out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        for (var round = 0; round < rounds; round++) {
            var started = System.nanoTime();
            if (Main.execute("check", script) != 0) {
                throw new IllegalStateException(script + " is not right");
            }
            out.println((System.nanoTime() - started) / 1_000_000);
        }
    }
}
