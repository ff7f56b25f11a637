// No limit on loading: after Camunda's 7 seconds a slow line leaves the page on its spinner.
window.require.config({waitSeconds: 0});

export default {};
