package org.repframework.report.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/**
 * Places the nodes of an acyclic graph in layers from left to right, each behind all it takes from; an edge that passes
 * layers gets a way point in each of them, so that it runs between the nodes (Sugiyama, Tagawa, Toda 1981).
 */
final class LayeredLayout {

    private static final int SWEEPS = 8;

    /** A node or a way point; {@code y} is its middle. */
    static final class Place {
        final int layer;
        final double height;
        final List<Place> before = new ArrayList<>();
        final List<Place> after = new ArrayList<>();
        double y;

        private Place(int layer, double height) {
            this.layer = layer;
            this.height = height;
        }
    }

    private final double gap;
    private final List<Place> places = new ArrayList<>(); // by node
    private final List<List<Place>> layers = new ArrayList<>();
    private final List<List<Place>> routes = new ArrayList<>();

    /** @param inputs for each node those with smaller numbers from which edges come */
    LayeredLayout(List<? extends SortedSet<Integer>> inputs, double nodeHeight, double gap) {
        this.gap = gap;
        for (var sources : inputs) {
            var layer = 0;
            for (var source : sources) {
                layer = Math.max(layer, places.get(source).layer + 1);
            }
            places.add(add(layer, nodeHeight));
        }
        for (var node = 0; node < inputs.size(); node++) {
            for (var source : inputs.get(node)) {
                routes.add(route(places.get(source), places.get(node)));
            }
        }
        order();
        align();
    }

    Place of(int node) {
        return places.get(node);
    }

    int layers() {
        return layers.size();
    }

    /** The edges, each from its source over way points to its target. */
    List<List<Place>> routes() {
        return routes;
    }

    double height() {
        var lowest = 0.0;
        for (var layer : layers) {
            for (var place : layer) {
                lowest = Math.max(lowest, place.y + place.height / 2);
            }
        }
        return lowest;
    }

    private Place add(int layer, double height) {
        while (layers.size() <= layer) {
            layers.add(new ArrayList<>());
        }
        var place = new Place(layer, height);
        layers.get(layer).add(place);
        return place;
    }

    private List<Place> route(Place source, Place target) {
        var route = new ArrayList<Place>();
        route.add(source);
        for (var layer = source.layer + 1; layer < target.layer; layer++) {
            route.add(add(layer, 2));
        }
        route.add(target);
        for (var i = 1; i < route.size(); i++) {
            route.get(i - 1).after.add(route.get(i));
            route.get(i).before.add(route.get(i - 1));
        }
        return route;
    }

    /** Puts each layer into the order of the mean position of its neighbours, to and fro. */
    private void order() {
        number();
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            var forth = sweep % 2 == 0;
            for (var i = 0; i < layers.size(); i++) {
                var layer = layers.get(forth ? i : layers.size() - 1 - i);
                var wanted =
                        Comparator.<Place>comparingDouble(place -> mean(forth ? place.before : place.after, place.y));
                layer.sort(wanted); // stable
                number();
            }
        }
    }

    /** Until {@link #align} the y of a place is its position in its layer. */
    private void number() {
        for (var layer : layers) {
            for (var i = 0; i < layer.size(); i++) {
                layer.get(i).y = i;
            }
        }
    }

    private void align() {
        for (var layer : layers) {
            settle(layer, new double[layer.size()]);
        }
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            var forth = sweep % 2 == 0;
            for (var i = 0; i < layers.size(); i++) {
                var layer = layers.get(forth ? i : layers.size() - 1 - i);
                var wanted = new double[layer.size()];
                for (var j = 0; j < wanted.length; j++) {
                    var place = layer.get(j);
                    wanted[j] = mean(forth ? place.before : place.after, place.y);
                }
                settle(layer, wanted);
            }
        }
        var top = Double.POSITIVE_INFINITY;
        for (var layer : layers) {
            for (var place : layer) {
                top = Math.min(top, place.y - place.height / 2);
            }
        }
        for (var layer : layers) {
            for (var place : layer) {
                place.y -= top;
            }
        }
    }

    /** As near to the wanted heights as order and gaps allow: halfway between pushing all down and pushing all up. */
    private void settle(List<Place> layer, double[] wanted) {
        var down = wanted.clone();
        var up = wanted.clone();
        for (var i = 1; i < wanted.length; i++) {
            down[i] = Math.max(down[i], down[i - 1] + distance(layer, i));
        }
        for (var i = wanted.length - 2; i >= 0; i--) {
            up[i] = Math.min(up[i], up[i + 1] - distance(layer, i + 1));
        }
        for (var i = 0; i < wanted.length; i++) {
            layer.get(i).y = (down[i] + up[i]) / 2;
        }
    }

    private double distance(List<Place> layer, int position) {
        return (layer.get(position - 1).height + layer.get(position).height) / 2 + gap;
    }

    private static double mean(List<Place> neighbours, double otherwise) {
        var sum = 0.0;
        for (var neighbour : neighbours) {
            sum += neighbour.y;
        }
        return neighbours.isEmpty() ? otherwise : sum / neighbours.size();
    }
}
