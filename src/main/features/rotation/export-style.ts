/** The style of the exported page, for screen and print. */
export const style = `
body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1d20; background: #fff }
h1 { font-size: 1.4rem } h2 { font-size: 1rem; margin-top: 1.8rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere }
.yes { border-left: 4px solid #1a7f4e; padding-left: .8rem } .no { border-left: 4px solid #b3261e; padding-left: .8rem } .none { color: #666 }
`;

/** The content security policy of the exported page. The page runs no script and loads nothing. */
export const policy = "default-src 'none'; style-src 'unsafe-inline'";
