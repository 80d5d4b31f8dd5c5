package org.repframework.spi;

import java.util.List;
import java.util.Map;

/** What is known of an artifact before it exists. */
public sealed interface Description {

    Class<? extends Artifact> type();

    /** Descriptions of the parts that a script may ask for, by name. */
    default Map<String, Description> parts() {
        return Map.of();
    }

    /**
     * What a script may ask for without waiting for the artifact, by name: texts, whole numbers or lists of them, for
     * example {@code net.layers} and {@code images.train.classNames}.
     */
    default Map<String, Object> facts() {
        return Map.of();
    }

    /** An artifact of which nothing but the type is known. */
    static Description of(Class<? extends Artifact> type) {
        return new OfType(type);
    }

    record OfType(Class<? extends Artifact> type) implements Description {}

    record OfDataset(OfExamples train, OfExamples test) implements Description {
        @Override
        public Class<? extends Artifact> type() {
            return Dataset.class;
        }

        @Override
        public Map<String, Description> parts() {
            return Map.of("train", train, "test", test);
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("classNames", train.classNames());
        }
    }

    /** @param classCounts number of images of each class, in the order of the names */
    record OfExamples(List<Integer> classCounts, ImageShape shape, List<String> classNames) implements Description {
        public OfExamples {
            classCounts = List.copyOf(classCounts);
            classNames = List.copyOf(classNames);
            if (classCounts.size() != classNames.size()) {
                throw new IllegalArgumentException(
                        classCounts.size() + " counts for " + classNames.size() + " classes");
            }
        }

        /** Number of images. */
        public int count() {
            return classCounts.stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public Class<? extends Artifact> type() {
            return Examples.class;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("classNames", classNames, "count", count());
        }
    }

    record OfNetwork(Architecture architecture, List<String> classNames, int frozen) implements Description {
        public OfNetwork {
            classNames = List.copyOf(classNames);
        }

        @Override
        public Class<? extends Artifact> type() {
            return Network.class;
        }

        /** Names of the layers from below, and of the classes. */
        @Override
        public Map<String, Object> facts() {
            var layers = architecture.layers().stream().map(Layer::name).toList();
            return Map.of("layers", layers, "classNames", classNames);
        }
    }

    /**
     * Evidence of one recording.
     *
     * @param type {@link Samples} or {@link Gram}
     */
    record OfRecorded(Class<? extends Artifact> type, RecordingDescription recording) implements Description {}

    record OfMoments(RecordingDescription x, RecordingDescription y) implements Description {
        @Override
        public Class<? extends Artifact> type() {
            return x.byFrequency() ? FrequencyMoments.class : JointMoments.class;
        }
    }

    /**
     * @param rows units of x
     * @param columns units of y
     */
    record OfCorrelation(int rows, int columns) implements Description {
        @Override
        public Class<? extends Artifact> type() {
            return CorrelationMatrix.class;
        }
    }

    /**
     * @param predictors units of x
     * @param predicted units of y
     */
    record OfPrediction(int predictors, int predicted) implements Description {
        @Override
        public Class<? extends Artifact> type() {
            return Prediction.class;
        }
    }

    /** @param columns empty if they depend on results */
    record OfTable(List<String> columns) implements Description {
        public OfTable {
            columns = List.copyOf(columns);
        }

        @Override
        public Class<? extends Artifact> type() {
            return Table.class;
        }
    }
}
