// What the engine brings to ECharts: the widths of text, and the shapes of
// custom series. `widths` is set by the program: character → thousandths of
// the font size.
(function (world) {
  "use strict";

  echarts.setPlatformAPI({
    measureText(text, font) {
      const size = parseFloat(/([\d.]+)px/.exec(font || "12px")[1]);
      let width = 0;
      for (const character of text) {
        width += widths[character] ?? 620;
      }
      return { width: (width * size) / 1000 };
    },
  });

  const style = (api) => ({
    fill: api.visual("color"),
    stroke: api.visual("borderColor"),
    lineWidth: api.visual("borderColor") ? 1.5 : 0,
  });

  // A bar in a row: [from, to, row, thickness].
  echarts.registerCustomSeries("span", (params, api) => {
    const [left, middle] = api.coord([api.value(0), api.value(2)]);
    const [right] = api.coord([api.value(1), api.value(2)]);
    const height = api.value(3);
    return {
      type: "rect",
      shape: { x: left, y: middle - height / 2, width: Math.max(right - left, 1), height },
      style: style(api),
    };
  });

  // An area between two lines: [points, column, low, high, column, low, high, …].
  echarts.registerCustomSeries("band", (params, api) => {
    const there = [];
    const back = [];
    for (let i = 1; i < 3 * api.value(0); i += 3) {
      there.push(api.coord([api.value(i), api.value(i + 1)]));
      back.unshift(api.coord([api.value(i), api.value(i + 2)]));
    }
    return { type: "polygon", shape: { points: there.concat(back) }, style: style(api) };
  });

  // What the points of a line tell, a line of text each; those of an area are
  // told by its surface, which has the same upper edge.
  const told = (items) => items.map((item) => item && item.told).filter(Boolean);
  const tellsPoints = (series, element) => element.type === (series.get("areaStyle") ? "ec-polygon" : "ec-polyline");

  // What a mark of a series tells: what its item of data does. The dots on a line
  // leave it to the line.
  function toldBy(series, element, dataIndex, dataType) {
    const data = series.getData(dataType);
    const item = data.getRawDataItem(dataIndex ?? 0);
    if (series.subType !== "line") return dataIndex !== undefined && item && item.told;
    const points = told(data.mapArray((i) => data.getRawDataItem(i)));
    if (dataIndex !== undefined) return points.length === 1 && points[0];
    return points.length > 1 && tellsPoints(series, element) && points.join("\n");
  }

  // What is written beside an element: of which series it is, and what it tells
  // a reader who asks. Marks have it from their items of data, what the program
  // draws itself from its "info"; a line of text is a child of what has it.
  // ECharts does not escape what it writes here.
  const about = (chart) => (element) => {
    const owner = element.type === "tspan" && element.parent ? element.parent : element;
    const { seriesIndex, dataIndex, dataType, eventData } = echarts.helper.getECData(owner);
    let found = eventData && eventData.info;
    if (seriesIndex !== undefined) {
      const series = chart.getModel().getSeriesByIndex(seriesIndex);
      found = { of: series.name, told: toldBy(series, element, dataIndex, dataType) };
    }
    return found && {
      each(write) {
        for (const key in found) if (found[key]) write(encodeURIComponent(found[key]), key);
      },
    };
  };

  // go-echarts has no field for it: each dot is asked for by the program.
  function withAllDots(option) {
    for (const series of option.series || []) if (series.type === "line") series.showAllSymbol = true;
    return option;
  }

  world.draw = function (width, height, option) {
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
    echarts.zrender.registerSSRDataGetter(about(chart)); // in place of the one that init has just set
    try {
      chart.setOption(withAllDots(JSON.parse(option)));
      return chart.renderToSVGString();
    } finally {
      chart.dispose();
    }
  };
})(globalThis);
