// The part of ECharts that explores a chart, as a file of its own: fetched only
// when a reader asks for it. Canvas, since a strict policy for styles refuses
// what its SVG brings.
import { init, registerCustomSeries, use } from 'echarts/core';
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, TreemapChart } from 'echarts/charts';
import {
  DataZoomSliderComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent, VisualMapPiecewiseComponent,
} from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

use([
  BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, TreemapChart, DataZoomSliderComponent, GridComponent,
  LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent, VisualMapPiecewiseComponent, CanvasRenderer,
]);

// A bar in a row: [from, to, row, thickness], as the program's engine.js has it.
registerCustomSeries('span', (params, api) => {
  const [left, middle] = api.coord([api.value(0), api.value(2)]);
  const [right] = api.coord([api.value(1), api.value(2)]);
  const height = api.value(3);
  const border = api.visual('borderColor');
  return {
    type: 'rect',
    shape: { x: left, y: middle - height / 2, width: Math.max(right - left, 1), height },
    style: { fill: api.visual('color'), stroke: border, lineWidth: border ? 1.5 : 0 },
  };
});

/** Breaks a text into lines of at most so many characters, at its spaces. */
function wrap(text, most) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + word.length >= most) lines.push(word);
    else lines[last] += (lines[last] && ' ') + word;
  }
  return lines.join('\n');
}

/** How an axis writes what stands along it. */
function label(axis, lang) {
  if (axis.type === 'time') return (value) => new Date(value).toLocaleDateString(lang, { month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  if (axis.type === 'value') return (value) => (axis.mirrored ? Math.abs(value) : value).toLocaleString(lang);
  return undefined;
}

/** Whether a series has a name of ours: ECharts gives the others one that no reader should see. */
const named = (name) => name && !name.startsWith('series\0');

/** What is told of the marks under a pointer; those that tell nothing are there to be looked at. */
const tell = (marks, most) => [].concat(marks).filter(({ data }) => data && data.told)
  .map(({ marker, seriesName, data }) => marker + wrap(named(seriesName) ? `${seriesName} · ${data.told}` : data.told, most)).join('\n');

/** Draws what the program made into an element. */
window.__echarts = (element, { option, height }) => {
  const { lang } = document.documentElement;
  const characters = Math.floor(element.clientWidth / 9);
  const title = wrap(option.title.text, Math.floor(element.clientWidth / 10));
  const more = 22 * (title.split('\n').length - 1); // what a title of several lines pushes down
  element.style.height = `${height + more}px`;
  for (const box of [option.grid, ...option.series]) if (box && box.top) box.top += more;
  for (const axis of [].concat(option.xAxis || [], option.yAxis || [])) axis.axisLabel = { lineHeight: 15, formatter: label(axis, lang), ...axis.axisLabel };
  Object.assign(option.title, { text: title, textStyle: { fontSize: 16, lineHeight: 22 }, subtextStyle: { lineHeight: 17 } });
  option.tooltip.formatter = (marks) => tell(marks, characters);
  const chart = init(element);
  chart.setOption(option);
  addEventListener('resize', () => chart.resize());
  return chart;
};
