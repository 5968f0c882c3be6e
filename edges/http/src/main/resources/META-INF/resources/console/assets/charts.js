// Draws each chart from the table beneath it, so that both always say the same.
(function () {
  const charts = new Map();
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const open = new Set();

  function read(name) {
    const table = document.querySelector('table[data-for="' + name + '"]');
    const columns = [...table.querySelectorAll('thead th')].slice(1);
    const rows = [...table.querySelectorAll('tbody tr')];
    return {
      columns: columns.map((th) => ({ name: th.textContent, action: th.dataset.action })),
      names: rows.map((row) => row.firstElementChild.textContent),
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

  function draw() {
    charts.forEach((chart, box) => { if (!box.isConnected) { chart.dispose(); charts.delete(box); } });
    document.querySelectorAll('[data-chart]').forEach((box) => {
      const data = read(box.dataset.chart);
      const some = data.counts.some((counts) => counts.some((count) => count > 0));
      box.hidden = !some;
      if (!some) return;
      if (box.dataset.chart !== 'minutes') box.style.height = data.names.length * 26 + 8 + 'px';
      const chart = charts.get(box) || window.echarts.init(box);
      charts.set(box, chart);
      chart.setOption(box.dataset.chart === 'minutes' ? minutes(data) : bars(data), true);
      chart.resize();
    });
  }

  // A table that was opened stays open when newer figures come.
  document.addEventListener('toggle', (event) => {
    if (!event.target.matches('.table-toggle')) return;
    if (event.target.open) open.add(event.target.id);
    else if (event.target.isConnected) open.delete(event.target.id);
  }, true);
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id !== 'charts') return;
    open.forEach((id) => { const table = document.getElementById(id); if (table) table.open = true; });
    draw();
  });
  document.addEventListener('theme', draw);
  window.addEventListener('resize', () => charts.forEach((chart) => chart.resize()));
  draw();
})();
