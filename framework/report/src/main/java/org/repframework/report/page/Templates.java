package org.repframework.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The compiled templates. They escape all text; only figures go in as they are, and those escape their own. */
public final class Templates {

    private Templates() {}

    public static String render(Page page) {
        var output = new StringOutput(1 << 16);
        TemplateEngine.createPrecompiled(ContentType.Html).render("page.jte", page, output);
        return output.toString();
    }
}
