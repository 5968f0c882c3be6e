// Draws each chart from the table beneath it, so that both always say the same.
(function () {
  const charts = new Map();
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const tables = new Map();

  function read(name) {
    const table = document.querySelector('table[data-for="' + name + '"]');
    const columns = [...table.querySelectorAll('thead th')].slice(1);
    const rows = [...table.querySelectorAll('tbody tr')];
    return {
      columns: columns.map((th) => ({ name: th.textContent, action: th.dataset.action })),
      rows,
      names: rows.map((row) => row.dataset.name || row.firstElementChild.textContent),
      counts: rows.map((row) => [...row.querySelectorAll('td')].map((td) => Number(td.textContent))),
    };
  }

  function tooltip(trigger) {
    return {
      trigger,
      renderMode: 'richText',
      confine: true,
      backgroundColor: css('--c-surface'),
      borderColor: css('--c-line'),
      textStyle: { color: css('--c-text'), fontSize: 12, fontFamily: css('--c-font') },
    };
  }

  function minutes(data) {
    return {
      animation: false,
      textStyle: { fontFamily: css('--c-font') },
      tooltip: tooltip('axis'),
      legend: { bottom: 0, left: 0, itemWidth: 10, itemHeight: 10, itemGap: 12, icon: 'roundRect', textStyle: { color: css('--c-text-2'), fontSize: 12 } },
      grid: { top: 12, left: 4, right: 18, bottom: 34, containLabel: true },
      xAxis: { type: 'category', boundaryGap: false, data: data.names, axisTick: { show: false }, axisLine: { lineStyle: { color: css('--c-line') } }, axisLabel: { color: css('--c-text-2'), interval: 14, fontSize: 11 } },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: { color: css('--c-text-2'), fontSize: 11 }, splitLine: { lineStyle: { color: css('--c-line') } } },
      series: data.columns.map((column, i) => ({
        name: column.name,
        type: 'line',
        stack: 'all',
        symbol: 'none',
        lineStyle: { width: 0 },
        itemStyle: { color: css('--fill-' + column.action) },
        areaStyle: { color: css('--fill-' + column.action), opacity: 0.9 },
        data: data.counts.map((counts) => counts[i]),
      })),
    };
  }

  function bars(data) {
    return {
      animation: false,
      textStyle: { fontFamily: css('--c-font') },
      tooltip: tooltip('item'),
      grid: { top: 0, left: 0, right: 48, bottom: 0, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', inverse: true, data: data.names, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: css('--c-text'), fontSize: 12, width: 150, overflow: 'truncate' } },
      series: [{
        type: 'bar',
        barWidth: 12,
        itemStyle: { color: css('--c-bar'), borderRadius: 2 },
        label: { show: true, position: 'right', color: css('--c-text-2'), fontSize: 12 },
        data: data.counts.map((counts) => counts[0]),
      }],
    };
  }

  const kinds = Object.assign({ minutes }, window.campaignCharts);
  const ROW = { bars: 26, numbers: 15 };
  const ROWS_TALL = 640;

  function height(box, kind, rows) {
    if (kind === 'bars') return rows * ROW.bars + 8 + 'px';
    return kind === 'numbers' ? Math.min(ROWS_TALL, Math.max(rows, 6) * ROW.numbers + 80) + 'px' : '';
  }

  function draw() {
    charts.forEach((chart, box) => { if (!box.isConnected) { chart.dispose(); charts.delete(box); } });
    document.querySelectorAll('[data-chart]').forEach((box) => {
      const data = read(box.dataset.chart);
      const kind = kinds[box.dataset.chart] ? box.dataset.chart : 'bars';
      const some = data.rows.length > 0 && (kind === 'numbers' || data.counts.some((counts) => counts.some((count) => count > 0)));
      box.hidden = !some;
      if (!some) return;
      box.style.height = height(box, kind, data.names.length);
      const chart = charts.get(box) || window.echarts.init(box);
      charts.set(box, chart);
      chart.setOption((kinds[kind] || bars)(data, { css, tooltip }, box), true);
      chart.resize();
    });
  }

  // A table that was opened or closed stays so when newer figures come.
  document.addEventListener('toggle', (event) => {
    if (event.target.matches('.table-toggle') && event.target.isConnected) tables.set(event.target.id, event.target.open);
  }, true);
  document.addEventListener('htmx:afterSwap', (event) => {
    if (!event.detail.target.querySelector('[data-chart]')) return;
    tables.forEach((isOpen, id) => { const table = document.getElementById(id); if (table) table.open = isOpen; });
    draw();
  });
  document.addEventListener('theme', draw);
  window.addEventListener('resize', () => charts.forEach((chart) => chart.resize()));
  draw();
})();
