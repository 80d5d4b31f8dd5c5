package org.repframework.engine.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.repframework.spi.Artifact;
import org.repframework.spi.IntVector;
import org.repframework.spi.Layer;
import org.repframework.spi.Matrix;
import org.repframework.spi.Npy;
import org.repframework.spi.Pixels;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Artifacts as JSON with their arrays and files beside it: a {@code Matrix} becomes {@code {"npy": <object>}}, a
 * {@code Path} {@code {"file": <object>}}. Works on the records' components alone, so a new artifact needs no code here.
 */
public final class ArtifactCodec {

    private static final String SINK = "sink";
    private static final String OBJECTS = "objects";

    private static final Map<String, Class<?>> TYPES = Arrays.stream(Artifact.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private static final JsonMapper MAPPER = Json.builder()
            .addModule(new SimpleModule("artifacts")
                    .addSerializer(
                            Matrix.class,
                            serializer((matrix, sink) -> Map.of("npy", sink.add(Npy.bytes(matrix), "npy"))))
                    .addDeserializer(
                            Matrix.class, deserializer((node, objects) -> Npy.readMatrix(object(node, "npy", objects))))
                    .addSerializer(
                            IntVector.class,
                            serializer((vector, sink) -> Map.of("npy", sink.add(Npy.bytes(vector), "npy"))))
                    .addDeserializer(
                            IntVector.class,
                            deserializer((node, objects) -> Npy.readIntVector(object(node, "npy", objects))))
                    .addSerializer(Pixels.class, serializer(ArtifactCodec::write))
                    .addDeserializer(Pixels.class, deserializer(ArtifactCodec::readPixels))
                    .addSerializer(
                            Path.class, serializer((file, sink) -> Map.of("file", sink.add(file, extension(file)))))
                    .addDeserializer(Path.class, deserializer((node, objects) -> object(node, "file", objects))))
            .addMixIn(Layer.class, LayerKinds.class)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Layer.Convolution.class, name = "convolution"),
        @JsonSubTypes.Type(value = Layer.MaxPooling.class, name = "max-pooling"),
        @JsonSubTypes.Type(value = Layer.Dense.class, name = "dense"),
        @JsonSubTypes.Type(value = Layer.Rectifier.class, name = "rectifier"),
        @JsonSubTypes.Type(value = Layer.BatchNormalisation.class, name = "batch-normalisation"),
        @JsonSubTypes.Type(value = Layer.Dropout.class, name = "dropout")
    })
    private interface LayerKinds {}

    private ArtifactCodec() {}

    /** @param sink receives arrays and files */
    public static JsonNode encode(Artifact artifact, ObjectSink sink) {
        var json = MAPPER.writer().withAttribute(SINK, sink).writeValueAsString(artifact);
        return MAPPER.readTree(json);
    }

    /**
     * @param type simple name of the artifact's type
     * @param objects where the object of a name lies
     */
    public static Artifact decode(String type, JsonNode value, Function<String, Path> objects) {
        return (Artifact) MAPPER.readerFor(TYPES.get(type))
                .withAttribute(OBJECTS, objects)
                .readValue(value);
    }

    private static Object write(Pixels pixels, ObjectSink sink) throws IOException {
        var file = sink.add(pixels.file(), "npy");
        return pixels.selection().isEmpty()
                ? Map.of("npy", file)
                : Map.of(
                        "npy",
                        file,
                        "rows",
                        sink.add(Npy.bytes(pixels.selection().get()), "npy"));
    }

    private static Pixels readPixels(JsonNode node, Function<String, Path> objects) throws IOException {
        var pixels = Pixels.open(object(node, "npy", objects));
        return node.has("rows") ? pixels.select(Npy.readIntVector(object(node, "rows", objects))) : pixels;
    }

    private static Path object(JsonNode node, String field, Function<String, Path> objects) {
        return objects.apply(node.get(field).asString());
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @FunctionalInterface
    private interface Writing<T> {
        Object write(T value, ObjectSink sink) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(JsonNode node, Function<String, Path> objects) throws IOException;
    }

    private static <T> ValueSerializer<T> serializer(Writing<T> writing) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                try {
                    generator.writePOJO(writing.write(value, (ObjectSink) context.getAttribute(SINK)));
                } catch (IOException cause) {
                    throw new UncheckedIOException(cause);
                }
            }
        };
    }

    private static <T> ValueDeserializer<T> deserializer(Reading<T> reading) {
        return new ValueDeserializer<>() {
            @Override
            @SuppressWarnings("unchecked") // the attribute is set by decode alone
            public T deserialize(JsonParser parser, DeserializationContext context) {
                try {
                    return reading.read(
                            context.readTree(parser), (Function<String, Path>) context.getAttribute(OBJECTS));
                } catch (IOException cause) {
                    throw new UncheckedIOException(cause);
                }
            }
        };
    }
}
