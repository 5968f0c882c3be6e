package io.jingling.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the poms ask for.
 *
 * @param versions versions by {@code group:artifact} where a pom states one
 * @param uses every direct use, ours left out
 */
record Poms(Map<String, String> versions, List<Use> uses) {
    private static final String MAVEN_PLUGINS = "org.apache.maven.plugins";

    /**
     * A direct use.
     *
     * @param module the module's path, empty for the parent
     * @param name {@code group:artifact}
     * @param scope Maven's scope, {@code plugin} for a plugin, {@code tool} for what only a plugin loads
     */
    record Use(String module, String name, String scope) {}

    static Poms of(House house) {
        Map<String, String> versions = new HashMap<>();
        List<Use> uses = new ArrayList<>();
        for (Path pom : house.texts("pom.xml")) {
            Element project = parse(pom);
            Path folder = house.root().relativize(pom).getParent();
            String module = folder == null ? "" : folder.toString();
            for (Element element : elements(project, "dependency", "plugin", "path", "palantirJavaFormat")) {
                Use use = new Use(module, name(element), scope(element));
                text(element, "version").ifPresent(version -> versions.put(use.name(), resolved(project, version)));
                if (!use.name().startsWith("io.jingling:") && !isOnlyManaged(element)) {
                    uses.add(use);
                }
            }
        }
        return new Poms(versions, List.copyOf(uses));
    }

    /** Plugins in pluginManagement are used all the same: Maven's own life cycle asks for them. */
    private static boolean isOnlyManaged(Element element) {
        return under(element, "dependencyManagement") && !scope(element).equals("import");
    }

    private static boolean under(Element element, String ancestor) {
        for (Node up = element.getParentNode(); up != null; up = up.getParentNode()) {
            if (up.getNodeName().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static String name(Element element) {
        if (element.getTagName().equals("palantirJavaFormat")) {
            return "com.palantir.javaformat:palantir-java-format";
        }
        return text(element, "groupId").orElse(MAVEN_PLUGINS) + ":"
                + text(element, "artifactId").orElse("");
    }

    private static String scope(Element element) {
        return switch (element.getTagName()) {
            case "plugin" -> "plugin";
            case "path", "palantirJavaFormat" -> "tool";
            default -> text(element, "scope").orElse("compile");
        };
    }

    private static String resolved(Element project, String version) {
        if (!version.startsWith("${")) {
            return version;
        }
        String property = version.substring(2, version.length() - 1);
        NodeList found = project.getElementsByTagName(property);
        return found.getLength() == 0 ? version : found.item(0).getTextContent().strip();
    }

    private static List<Element> elements(Element project, String... names) {
        List<Element> found = new ArrayList<>();
        for (String name : names) {
            NodeList all = project.getElementsByTagName(name);
            for (int i = 0; i < all.getLength(); i++) {
                found.add((Element) all.item(i));
            }
        }
        return found;
    }

    private static Optional<String> text(Element element, String child) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(child)) {
                return Optional.of(node.getTextContent().strip());
            }
        }
        return Optional.empty();
    }

    private static Element parse(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(pom + ": got no pom, want XML", e);
        }
    }
}
