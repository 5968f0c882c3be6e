package io.jingling.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jingling.detection.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lays XGBoost's dump of its trees out in arrays, level by level, so that both ways of a question lie side by side. */
final class FlatTrees {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Node> nodes = new ArrayList<>();

    /** A node on its way into the arrays; {@code left} is its place, -1 in a leaf. */
    private record Node(int feature, float value, int left, float mean) {}

    private record Waiting(JsonNode json, int place) {}

    private FlatTrees() {}

    /**
     * @param dumps of each tree, as JSON with statistics
     * @param width features of a row
     */
    static Trees of(String[] dumps, int width) throws JsonProcessingException {
        FlatTrees flat = new FlatTrees();
        int[] roots = new int[dumps.length];
        for (int i = 0; i < dumps.length; i++) {
            roots[i] = flat.nodes.size();
            flat.add(JSON.readTree(dumps[i]));
        }
        return flat.trees(width, roots);
    }

    private void add(JsonNode root) {
        Deque<Waiting> waiting = new ArrayDeque<>();
        waiting.add(place(root));
        while (!waiting.isEmpty()) {
            Waiting next = waiting.remove();
            JsonNode json = next.json();
            if (json.has("leaf")) {
                nodes.set(next.place(), new Node(-1, 0, -1, mean(json)));
                continue;
            }
            JsonNode first = json.get("children").get(0);
            JsonNode second = json.get("children").get(1);
            boolean isFirstLess = first.get("nodeid").asInt() == json.get("yes").asInt();
            Waiting less = place(isFirstLess ? first : second);
            waiting.add(less);
            waiting.add(place(isFirstLess ? second : first));
            int feature = Integer.parseInt(json.get("split").asText().substring(1));
            float value = (float) json.get("split_condition").asDouble();
            nodes.set(next.place(), new Node(feature, value, less.place(), mean(json)));
        }
    }

    private Waiting place(JsonNode json) {
        nodes.add(new Node(-1, 0, -1, 0));
        return new Waiting(json, nodes.size() - 1);
    }

    /** Of the leaves below, weighted by the cases that came there. */
    private static float mean(JsonNode json) {
        if (json.has("leaf")) {
            return (float) json.get("leaf").asDouble();
        }
        double cover = cover(json);
        return (float) (cover == 0 ? 0 : sum(json) / cover);
    }

    private static double sum(JsonNode json) {
        return json.has("leaf")
                ? json.get("leaf").asDouble() * json.get("cover").asDouble()
                : sum(json.get("children").get(0)) + sum(json.get("children").get(1));
    }

    private static double cover(JsonNode json) {
        return json.has("leaf")
                ? json.get("cover").asDouble()
                : cover(json.get("children").get(0))
                        + cover(json.get("children").get(1));
    }

    private Trees trees(int width, int[] roots) {
        int count = nodes.size();
        int[] features = new int[count];
        float[] values = new float[count];
        int[] lefts = new int[count];
        float[] means = new float[count];
        for (int i = 0; i < count; i++) {
            Node node = nodes.get(i);
            features[i] = node.feature();
            values[i] = node.value();
            lefts[i] = node.left();
            means[i] = node.mean();
        }
        return new Trees(width, roots, features, values, lefts, means);
    }
}
