package org.repframework.compare;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.repframework.compare.Comparison.Request;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.registry.PluginLoader;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.registry.StageId;

/**
 * Times comparisons in one warm JVM: {@code measures X Y THREADS} the seven of the peer script together, {@code null X Y
 * THREADS} a null of 100 draws, {@code gemm THREADS} the rate of a large product of float32 matrices. A line of JSON for
 * the median of the rounds after the first ones, which warm up.
 */
public final class MeasuresBenchmark {

    private static final int WARM_UP = 3;
    private static final int GEMM = 3072;

    private MeasuresBenchmark() {}

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "measures" ->
                print("seconds", seconds(5, comparison(arguments, "semi,bipartite,cca,svcca,pwcca,cka,procrustes", 0)));
            case "null" -> print("seconds", seconds(1, comparison(arguments, "cka,svcca", 100)));
            case "gemm" ->
                print("gflops", 2.0 * GEMM * GEMM * GEMM / seconds(5, gemm(Integer.parseInt(arguments[1]))) / 1e9);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Work comparison(String[] arguments, String measures, int draws) throws Exception {
        var installation = new Installation(Path.of(System.getProperty("rep.home")));
        var plugins = PluginLoader.loadAll(installation.plugins(), installation.numerics());
        var registry =
                new Registry(plugins.stages().stream().collect(Collectors.toMap(StageId::of, stage -> stage)), plugins);
        var request = new Request(
                arguments[1],
                arguments[2],
                measures,
                false,
                draws,
                0,
                Optional.empty(),
                1,
                Integer.parseInt(arguments[3]),
                Runtime.getRuntime().maxMemory());
        return () -> {
            try (var comparison = Comparison.open(registry, request)) {
                var failures = comparison.results().failures();
                if (!failures.isEmpty()) {
                    throw new IllegalStateException(failures.toString());
                }
            }
        };
    }

    private static Work gemm(int threads) {
        Loader.load(openblas.class);
        blas_set_num_threads(threads);
        var a = filled(1);
        var b = filled(2);
        var c = filled(0);
        return () -> cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, GEMM, GEMM, GEMM, 1, a, GEMM, b, GEMM, 0, c, GEMM);
    }

    private static FloatPointer filled(int value) {
        var values = new FloatPointer((long) GEMM * GEMM);
        for (var i = 0L; i < values.capacity(); i++) {
            values.put(i, value);
        }
        return values;
    }

    private static double seconds(int rounds, Work work) throws Exception {
        for (var i = 0; i < (rounds == 1 ? 0 : WARM_UP); i++) {
            work.run();
        }
        var seconds = new double[rounds];
        for (var i = 0; i < rounds; i++) {
            var start = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return Percentiles.of(seconds, 0.5);
    }

    private static void print(String what, double value) {
        System.out.println("{\"" + what + "\":" + value + "}");
    }
}
