package org.repframework.compare;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.repframework.numerics.GramMatrix;
import org.repframework.numerics.PrincipalDirections;
import org.repframework.numerics.StreamedMoments;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Gram;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.StageContext;

/** Two recordings of the same samples, and what measures ask of them: each is computed once, when it is first asked for. */
final class Sides {

    /** Something that is read from the samples. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException, InterruptedException;
    }

    private static final double GOOD_CONDITION = 1e5;
    /** The samples themselves, their decomposition and what LAPACK works in. */
    private static final double SAMPLES_IN_MEMORY = 6;

    private final ActivationMatrix x;
    private final ActivationMatrix y;
    private final Reading<JointMoments> readMoments;
    private final Reading<Gram> readX;
    private final Reading<Gram> readY;
    private JointMoments moments;
    private Boolean momentsLoseDigits;
    private Gram gramX;
    private Gram gramY;
    private final Map<String, Evaluation> correlations = new HashMap<>();

    Sides(
            ActivationMatrix x,
            ActivationMatrix y,
            Reading<JointMoments> moments,
            Reading<Gram> gramX,
            Reading<Gram> gramY) {
        this.x = x;
        this.y = y;
        readMoments = moments;
        readX = gramX;
        readY = gramY;
    }

    /** Everything is read from the samples themselves. */
    static Sides of(ActivationMatrix x, ActivationMatrix y, int threads) {
        return new Sides(x, y, () -> StreamedMoments.of(x, y, threads), () -> GramMatrix.of(x), () -> GramMatrix.of(y));
    }

    ActivationMatrix x() {
        return x;
    }

    ActivationMatrix y() {
        return y;
    }

    RecordingDescription describeX() {
        return new RecordingDescription("X", "given", x.units(), x.samples());
    }

    RecordingDescription describeY() {
        return new RecordingDescription("Y", "given", y.units(), y.samples());
    }

    synchronized JointMoments moments() throws IOException, InterruptedException {
        if (moments == null) {
            moments = readMoments.read();
        }
        return moments;
    }

    /**
     * Whether a side's directions are so unequal that its moments, whose condition is the square of the samples', do not
     * hold them all to 1e-9, and the samples fit into memory (SCIENCE.md 3).
     */
    synchronized boolean momentsLoseDigits() throws IOException, InterruptedException {
        if (momentsLoseDigits == null) {
            momentsLoseDigits = SAMPLES_IN_MEMORY * x.samples() * (x.units() + y.units()) * Double.BYTES
                            < Runtime.getRuntime().maxMemory()
                    && (loseDigits(moments().xx(), moments().deadX().size())
                            || loseDigits(moments().yy(), moments().deadY().size()));
        }
        return momentsLoseDigits;
    }

    private static boolean loseDigits(Matrix squares, int dead) {
        var living = squares.rows() - dead;
        if (living == 0) {
            return false; // which the measure itself will say
        }
        var directions = PrincipalDirections.of(squares);
        return directions.rank() < living || directions.condition() > GOOD_CONDITION;
    }

    synchronized Gram gramX() throws IOException, InterruptedException {
        if (gramX == null) {
            gramX = readX.read();
        }
        return gramX;
    }

    synchronized Gram gramY() throws IOException, InterruptedException {
        if (gramY == null) {
            gramY = readY.read();
        }
        return gramY;
    }

    /** The matrix that matchers work on, by one metric. */
    Evaluation correlation(Measure metric, StageContext context) throws Exception {
        var known = correlations.get(metric.title());
        if (known == null) {
            known = Evaluation.of(metric, this, context.threads(), context);
            correlations.put(metric.title(), known);
        }
        return known;
    }
}
