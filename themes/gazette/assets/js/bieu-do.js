// The part of ECharts that explores a chart, as a file of its own: fetched only
// when a reader asks for it. Canvas, since a strict policy for styles refuses
// what its SVG brings.
import { init, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, DataZoomComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent, CanvasRenderer]);

/** Draws an option that the program made into an element. */
window.__echarts = (element, option) => {
  const number = (value) => (typeof value === 'number' ? value.toLocaleString(document.documentElement.lang) : value);
  for (const axis of [].concat(option.xAxis, option.yAxis)) if (axis.type === 'value') axis.axisLabel = { formatter: number };
  option.tooltip.formatter = (marks) => [].concat(marks).map(({ marker, seriesName, data }) => {
    const told = (data && data.told) || '';
    return option.series.length > 1 ? `${marker}${seriesName} · ${told}` : `${marker}${told}`;
  }).join('\n');
  const chart = init(element);
  chart.setOption(option);
  addEventListener('resize', () => chart.resize());
  return chart;
};
