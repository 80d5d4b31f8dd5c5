package org.repframework.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.repframework.spi.Artifact;
import org.repframework.spi.DatasetSource;
import org.repframework.spi.Inputs;

/**
 * The contract of a {@link DatasetSource}. A source of files puts a few into {@link #folder()} and names them in
 * {@link #settings()}. Every setting that is a path is also tried with one that does not exist, an empty folder, an empty
 * file and a text: {@code describe} must refuse them and name the setting and the path.
 */
public abstract class DatasetSourceContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract DatasetSource<S> stage();

    @TestFactory
    public final Stream<DynamicTest> pathsWithoutADatasetAreRefused() {
        return WrongPaths.areRefused(this, stage()::describe);
    }

    @Override
    Inputs<Artifact> makeInputs() throws Exception {
        bound(); // the author's files are written before they are looked at
        return new Inputs<>(List.of());
    }

    @Override
    List<Degenerate> degenerateInputs() {
        return List.of();
    }

    @Override
    boolean isLong() {
        return true;
    }

    @Override
    protected abstract Map<String, Object> settings() throws Exception;
}
