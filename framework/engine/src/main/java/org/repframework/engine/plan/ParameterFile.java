package org.repframework.engine.plan;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.NearFiles;
import org.repframework.engine.problem.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file of parameters, a map from names to scalars or lists of scalars: {@code epochs: 20}. */
final class ParameterFile {

    private final Path file;
    private final LoadSettings settings;
    private final Map<String, GivenParameter> given = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private ParameterFile(Path file) {
        this.file = file;
        this.settings = LoadSettings.builder().setLabel(file.toString()).build();
    }

    static GivenParameters read(Path file) {
        var reading = new ParameterFile(file);
        reading.read();
        return new GivenParameters(reading.given, reading.problems);
    }

    private void read() {
        try {
            var text = Files.readString(file);
            new Compose(settings).composeString(text).ifPresent(this::takeAll);
        } catch (NoSuchFileException missing) {
            problems.add(Problem.outside(Code.WRONG_PARAMETER_FILE, "there is no file of parameters " + file)
                    .instead(file.getFileName().toString(), NearFiles.beside(file)));
        } catch (CharacterCodingException noText) {
            refuse(file.toString(), "the file is not a text in UTF-8");
        } catch (IOException unreadable) {
            refuse(file.toString(), "the file cannot be read: " + unreadable.getMessage());
        } catch (MarkedYamlEngineException malformed) {
            refuse(place(malformed.getProblemMark()), "this is not YAML: " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            refuse(file.toString(), "this is not YAML: " + malformed.getMessage());
        }
    }

    private void takeAll(Node root) {
        if (root instanceof MappingNode map) {
            map.getValue().forEach(this::take);
        } else {
            refuse(place(root.getStartMark()), "the file must be lines such as 'epochs: 20', one for each parameter");
        }
    }

    private void take(NodeTuple entry) {
        var place = place(entry.getKeyNode().getStartMark());
        var name = ((ScalarNode) entry.getKeyNode()).getValue();
        if (!isPlain(entry.getValueNode())) {
            refuse(place, "the value of '" + name + "' must be a text, a number, true or false, or a list of these");
            return;
        }
        var value = new StandardConstructor(settings).constructSingleDocument(Optional.of(entry.getValueNode()));
        var other = given.putIfAbsent(
                name,
                new GivenParameter(
                        name, value, false, place, file.toAbsolutePath().getParent()));
        if (other != null) {
            problems.add(Problem.outside(
                    Code.PARAMETER_GIVEN_TWICE, "'" + name + "' is given twice: " + other.origin() + " and " + place));
        }
    }

    private static boolean isPlain(Node value) {
        return value instanceof SequenceNode several
                ? several.getValue().stream().allMatch(ParameterFile::isScalar)
                : isScalar(value);
    }

    private static boolean isScalar(Node value) {
        return value instanceof ScalarNode && !value.getTag().equals(Tag.NULL);
    }

    private void refuse(String place, String cause) {
        problems.add(Problem.outside(Code.WRONG_PARAMETER_FILE, place + ": " + cause));
    }

    private String place(Optional<Mark> mark) {
        return file + mark.map(one -> ":" + (one.getLine() + 1)).orElse("");
    }
}
