package org.rexian.server.sim;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** One plot with the looks of all of them, and its two files. Needs no display. */
final class Drawing {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 440;
    private static final List<Color> COLOURS = List.of(
            new Color(0x33, 0x33, 0x33),
            new Color(0x1f, 0x77, 0xb4),
            new Color(0xd6, 0x27, 0x28),
            new Color(0x2c, 0xa0, 0x2c),
            new Color(0xff, 0x7f, 0x0e),
            new Color(0x94, 0x67, 0xbd),
            new Color(0x8c, 0x56, 0x4b),
            new Color(0x17, 0xbe, 0xcf));

    private final XYSeriesCollection series = new XYSeriesCollection();
    private final JFreeChart chart;

    private Drawing(JFreeChart chart) {
        this.chart = chart;
        XYPlot plot = chart.getXYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        chart.setBackgroundPaint(Color.WHITE);
    }

    /** Lines over {@code x}. */
    static Drawing lines(String title, String x, String y) {
        Drawing drawing = new Drawing(ChartFactory.createXYLineChart(title, x, y, null));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < COLOURS.size(); i++) {
            renderer.setSeriesPaint(i, COLOURS.get(i));
        }
        renderer.setDefaultStroke(new BasicStroke(1.5f));
        renderer.setAutoPopulateSeriesStroke(false);
        drawing.chart.getXYPlot().setRenderer(renderer);
        drawing.chart.getXYPlot().setDataset(drawing.series);
        return drawing;
    }

    /** Bars of this width in units of {@code x}. */
    static Drawing bars(String title, String x, String y, double width) {
        Drawing drawing = new Drawing(ChartFactory.createXYBarChart(title, x, false, y, null));
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, COLOURS.get(1));
        drawing.chart.getXYPlot().setRenderer(renderer);
        drawing.chart.getXYPlot().setDataset(new XYBarDataset(drawing.series, width));
        drawing.chart.removeLegend();
        return drawing;
    }

    Drawing xFrom(double from, double until) {
        chart.getXYPlot().getDomainAxis().setRange(from, until);
        return this;
    }

    Drawing yFrom(double from, double until) {
        chart.getXYPlot().getRangeAxis().setRange(from, until);
        return this;
    }

    /** Points that are NaN are gaps. */
    void add(String name, double[] x, double[] y) {
        XYSeries one = new XYSeries(name);
        for (int i = 0; i < x.length; i++) {
            one.add(x[i], y[i]);
        }
        series.addSeries(one);
    }

    /** As {@code name.svg} and {@code name.png}. */
    List<Path> save(Path folder, String name) throws IOException {
        if (chart.getXYPlot().getDomainAxis() instanceof NumberAxis axis) {
            axis.setAutoRangeIncludesZero(false);
        }
        Path svg = folder.resolve(name + ".svg");
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.draw(graphics, new Rectangle(WIDTH, HEIGHT));
        try (OutputStream out = Files.newOutputStream(svg)) {
            Processors.get("svg")
                    .getDocument(graphics.getCommands(), new PageSize(WIDTH, HEIGHT))
                    .writeTo(out);
        }
        Path png = folder.resolve(name + ".png");
        ImageIO.write(chart.createBufferedImage(WIDTH, HEIGHT), "png", png.toFile());
        return List.of(svg, png);
    }
}
