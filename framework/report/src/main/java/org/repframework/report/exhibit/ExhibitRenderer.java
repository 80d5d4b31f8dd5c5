package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import org.repframework.engine.plan.Exhibit;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.store.Pace;
import org.repframework.spi.Artifact;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Clustering;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Curve;
import org.repframework.spi.Dataset;
import org.repframework.spi.Examples;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.FrequencySimilarity;
import org.repframework.spi.Gram;
import org.repframework.spi.Images;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matching;
import org.repframework.spi.Network;
import org.repframework.spi.Prediction;
import org.repframework.spi.Samples;
import org.repframework.spi.Scores;
import org.repframework.spi.Similarity;
import org.repframework.spi.SubspaceMatch;
import org.repframework.spi.Table;

/** Turns what is to be shown into figures, tables and facts, by the type of its artifacts. */
public final class ExhibitRenderer {

    private final CompletedRun run;
    private final FileNames tableNames;
    private final FileNames figureNames;
    private final long mostPixels; // of the patches of one recording

    public ExhibitRenderer(CompletedRun run, FileNames tableNames, FileNames figureNames) {
        this.run = run;
        this.tableNames = tableNames;
        this.figureNames = figureNames;
        this.mostPixels = Patches.most(run.displays().stream()
                .flatMap(display -> display.items().stream())
                .map(CompletedRun.Item::artifact)
                .filter(Images.class::isInstance)
                .map(Images.class::cast)
                .toList());
    }

    public Rendition render(CompletedRun.Display display) {
        var title = display.exhibit().title();
        var rendition = new Rendition(title, tableNames, figureNames);
        if (display.exhibit() instanceof Exhibit.Plot plot) {
            plot(rendition, plot, (Table) display.items().get(0).artifact());
        } else {
            var labels = Labels.of(display.items());
            var pages = UnitPages.of(display);
            for (var type : typesOf(display)) {
                addAll(rendition, type, display, labels, pages);
            }
            pages.tell(rendition);
            new BothSides(pages).add(rendition);
        }
        new Lineage(run).add(rendition, display);
        return rendition;
    }

    /** A table whose columns depended on results may lack one: then it is shown without its figure. */
    private static void plot(Rendition rendition, Exhibit.Plot plot, Table table) {
        rendition.sheet("", table);
        try {
            PlotExhibit.add(rendition, plot, table);
        } catch (IllegalArgumentException mistake) {
            rendition.complain(mistake.getMessage());
        }
    }

    /** The artifacts of one type, drawn together where the type allows it. */
    private void addAll(
            Rendition rendition, Class<?> type, CompletedRun.Display display, List<String> labels, UnitPages pages) {
        var shown = new ArrayList<Shown<Artifact>>();
        var paces = new ArrayList<Pace>();
        for (var i = 0; i < display.items().size(); i++) {
            var artifact = display.items().get(i).artifact();
            if (type.isInstance(artifact)) {
                paces.add(display.items().get(i).pace());
                shown.add(new Shown<>(artifact, labels.get(i), Rendition.number(display, i)));
            }
        }
        if (type == Matching.class) {
            MatchingExhibit.add(rendition, cast(shown), pages);
        } else if (type == Curve.class) {
            CurveExhibit.add(rendition, cast(shown), paces);
        } else if (type == CanonicalCorrelations.class) {
            CanonicalExhibit.add(rendition, cast(shown));
        } else if (type == Similarity.class) {
            SimilarityExhibit.add(rendition, cast(shown));
        } else if (type == Prediction.class) {
            PredictionExhibit.add(rendition, cast(shown), pages);
        } else {
            shown.forEach(one -> addOne(rendition, one, pages));
        }
    }

    private void addOne(Rendition rendition, Shown<Artifact> shown, UnitPages pages) {
        var artifact = shown.artifact();
        if (artifact instanceof CorrelationMatrix matrix) {
            CorrelationExhibit.add(rendition, matrix, shown, pages);
        } else if (artifact instanceof Network network) {
            NetworkExhibit.add(rendition, network, shown);
        } else if (artifact instanceof Dataset dataset) {
            ImagesExhibit.add(rendition, dataset, shown);
        } else if (artifact instanceof Examples examples) {
            ImagesExhibit.add(rendition, examples, shown);
        } else if (artifact instanceof JointMoments moments) {
            MomentsExhibit.add(rendition, moments, shown);
        } else if (artifact instanceof FrequencyMoments moments) {
            FrequencyExhibit.add(rendition, moments, shown);
        } else if (artifact instanceof FrequencySimilarity similarity) {
            FrequencyExhibit.add(rendition, similarity, shown);
        } else if (artifact instanceof SubspaceMatch match) {
            SubspaceMatchExhibit.add(rendition, match, shown, pages);
        } else if (artifact instanceof Clustering clustering) {
            ClusteringExhibit.add(rendition, clustering, shown, pages);
        } else if (artifact instanceof Images images) {
            PatchesExhibit.add(rendition, images, Patches.of(images, mostPixels), shown, pages);
        } else if (artifact instanceof Samples samples) {
            RecordingExhibit.add(rendition, samples, shown);
        } else if (artifact instanceof Gram gram) {
            RecordingExhibit.add(rendition, gram, shown);
        } else if (artifact instanceof Scores scores) {
            rendition.sheet(shown.suffix(), oneRow(scores));
        } else if (artifact instanceof Table table) {
            rendition.sheet(shown.suffix(), table);
        } else {
            throw new IllegalStateException("no picture for " + artifact.getClass());
        }
    }

    private static Table oneRow(Scores scores) {
        return new Table(
                List.copyOf(scores.values().keySet()),
                List.of(List.copyOf(scores.values().values())));
    }

    private static List<Class<? extends Artifact>> typesOf(CompletedRun.Display display) {
        var types = new ArrayList<Class<? extends Artifact>>();
        for (var item : display.items()) {
            if (!types.contains(item.artifact().getClass())) {
                types.add(item.artifact().getClass());
            }
        }
        return types;
    }

    @SuppressWarnings("unchecked") // every element was tested
    private static <T extends Artifact> List<Shown<T>> cast(List<Shown<Artifact>> shown) {
        return (List<Shown<T>>) (List<?>) shown;
    }
}
