package org.repframework.plugin.matching;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Locale;
import org.repframework.spi.Npy;
import org.repframework.spi.StageContext;

/**
 * How long the assignment of largest sum takes, for a peer to be timed on the same matrix. Prints one JSON line a round
 * with the sum, which the peer must reach too, and the processor's time, for a machine that others use; the first rounds
 * warm up.
 *
 * <p>Arguments: an {@code .npy} file of a matrix of doubles in C order, rounds (5).
 */
public final class AssignmentBenchmark {

    private AssignmentBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var weights = Npy.readMatrix(Path.of(arguments[0]));
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var context = (StageContext) Proxy.newProxyInstance(
                AssignmentBenchmark.class.getClassLoader(),
                new Class<?>[] {StageContext.class},
                (proxy, method, given) -> null);
        for (var round = 1; round <= rounds; round++) {
            var start = System.nanoTime();
            var startOfThread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var columns = Assignment.ofLargestSum(weights, context);
            var seconds = (System.nanoTime() - start) / 1e9;
            var processor = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startOfThread) / 1e9;
            var sum = 0.0;
            for (var row = 0; row < columns.length; row++) {
                sum += columns[row] == Assignment.NONE ? 0 : weights.at(row, columns[row]);
            }
            System.out.printf(
                    Locale.ROOT,
                    "{\"bench\": \"assignment-%d\", \"round\": %d, \"seconds\": %.4f, \"cpu\": %.4f, \"sum\": %.9f}%n",
                    weights.rows(),
                    round,
                    seconds,
                    processor,
                    sum);
        }
    }
}
