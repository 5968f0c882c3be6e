// The two charts of a campaign: its numbers over time, and its calls by the hour.
(function () {
  const ROUND = [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 43200, 86400, 172800, 604800].map((s) => s * 1000);
  const NARROW = 500;
  const CHINA = 8 * 3600 * 1000;
  const two = (n) => String(n).padStart(2, '0');

  function time(ms, step) {
    const at = new Date(ms + CHINA);
    const clock = two(at.getUTCHours()) + ':' + two(at.getUTCMinutes());
    if (step < 60000) return clock + ':' + two(at.getUTCSeconds());
    return step < 43200000 ? clock : two(at.getUTCMonth() + 1) + '-' + two(at.getUTCDate());
  }

  // Ticks at round times of the day, at most some seven.
  function span(bars, width) {
    const first = Math.min(...bars.map((bar) => bar.from));
    const last = Math.max(...bars.map((bar) => bar.to), first + 1000);
    const most = width < NARROW ? 3 : 7;
    const step = ROUND.find((one) => (last - first) / one <= most) || ROUND[ROUND.length - 1];
    const down = Math.floor((first + CHINA) / step) * step - CHINA;
    return { min: down, max: Math.ceil((last + CHINA + step / 50) / step) * step - CHINA, interval: step };
  }

  function numbers(data, look, box) {
    const bars = data.rows.map((row, i) => ({
      name: data.names[i],
      from: Number(row.dataset.from),
      to: Number(row.dataset.to),
      action: row.dataset.level,
      said: row.dataset.said,
      cells: [...row.children].map((cell) => cell.textContent),
    }));
    const axis = span(bars, box.clientWidth);
    const paint = (bar) => look.css(bar.action ? '--fill-' + bar.action : '--c-bar');
    const said = [...new Map(bars.map((bar) => [bar.action, bar.said]))];
    return {
      animation: false,
      textStyle: { fontFamily: look.css('--c-font') },
      tooltip: Object.assign(look.tooltip('item'), { formatter: (one) => bars[one.dataIndex] && bars[one.dataIndex].cells.join('\n') }),
      legend: { bottom: 0, left: 0, selectedMode: false, itemWidth: 9, itemHeight: 9, itemGap: 14, textStyle: { color: look.css('--c-text-2'), fontSize: 12 }, data: said.map((one) => one[1]) },
      grid: { top: 8, left: 4, right: 22, bottom: box.clientWidth < NARROW ? 64 : 34, containLabel: true },
      xAxis: Object.assign({ type: 'value', axisLabel: { color: look.css('--c-text-2'), fontSize: 11, hideOverlap: true, formatter: (ms) => time(ms, axis.interval) }, splitLine: { lineStyle: { color: look.css('--c-line') } } }, axis),
      yAxis: { type: 'category', inverse: true, data: bars.map((bar) => bar.name), axisTick: { show: false }, axisLine: { lineStyle: { color: look.css('--c-line') } }, axisLabel: { color: look.css('--c-text-2'), fontSize: 11 } },
      series: [
        { type: 'bar', stack: 'span', silent: true, itemStyle: { color: 'transparent' }, data: bars.map((bar) => bar.from) },
        { type: 'bar', stack: 'span', barWidth: '56%', data: bars.map((bar) => ({ value: bar.to - bar.from, itemStyle: { color: paint(bar), borderRadius: 2 } })) },
      ].concat(said.map(([action, word]) => ({
        type: 'scatter',
        name: word,
        symbolSize: 8,
        itemStyle: { color: paint({ action }), borderColor: look.css('--c-surface'), borderWidth: 1 },
        data: bars.map((bar) => (bar.action === action ? bar.from : '-')).map((from, i) => [from, i]),
      }))),
    };
  }

  function hours(data, look) {
    return {
      animation: false,
      textStyle: { fontFamily: look.css('--c-font') },
      tooltip: look.tooltip('axis'),
      legend: { bottom: 0, left: 0, itemWidth: 10, itemHeight: 10, textStyle: { color: look.css('--c-text-2'), fontSize: 12 } },
      grid: { top: 12, left: 4, right: 18, bottom: 34, containLabel: true },
      xAxis: { type: 'category', data: data.names, axisTick: { show: false }, axisLine: { lineStyle: { color: look.css('--c-line') } }, axisLabel: { color: look.css('--c-text-2'), fontSize: 11, hideOverlap: true } },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: { color: look.css('--c-text-2'), fontSize: 11 }, splitLine: { lineStyle: { color: look.css('--c-line') } } },
      series: [
        { name: data.columns[0].name, type: 'bar', barMaxWidth: 28, itemStyle: { color: look.css('--c-bar'), borderRadius: 2 }, data: data.counts.map((counts) => counts[0]) },
        { name: data.columns[1].name, type: 'line', symbolSize: 6, itemStyle: { color: look.css('--fill-label') }, lineStyle: { color: look.css('--fill-label'), width: 2 }, data: data.counts.map((counts) => counts[1]) },
      ],
    };
  }

  window.campaignCharts = { numbers, hours };
})();
