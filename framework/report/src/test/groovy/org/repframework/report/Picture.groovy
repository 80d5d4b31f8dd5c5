package org.repframework.report

import org.w3c.dom.Document
import org.w3c.dom.Element

import javax.xml.parsers.DocumentBuilderFactory
import java.nio.file.Files
import java.nio.file.Path

/** An SVG as an XML parser reads it; a text that is not well-formed has none. */
class Picture {
    private final Document document

    Picture(String svg) {
        document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes('UTF-8')))
    }

    static Picture of(Path file) {
        new Picture(Files.readString(file))
    }

    Element root() {
        document.documentElement
    }

    List<Element> all(String element) {
        var found = document.getElementsByTagName(element)
        (0..<found.length).collect { found.item(it) as Element }
    }

    /** What is written in it, without tool tips. */
    List<String> texts() {
        all('text').collect { it.lastChild.textContent }
    }

    boolean isSvg() {
        root().tagName == 'svg'
    }
}
