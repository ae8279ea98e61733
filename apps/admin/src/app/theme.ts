import { theme, type ThemeConfig } from 'antd'
import { COLORS, type ThemeName } from './tokens.js'

const FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif"

function seed(name: ThemeName): ThemeConfig['token'] {
  const c = COLORS[name]
  return {
    colorPrimary: c.accent,
    colorPrimaryHover: c.accent,
    colorPrimaryActive: c.accent,
    colorPrimaryBg: c.wash,
    colorPrimaryBgHover: c.wash,
    colorText: c.text,
    colorLink: c.text,
    colorLinkHover: c.accent,
    colorTextSecondary: c.secondary,
    colorTextTertiary: c.tertiary,
    colorTextPlaceholder: c.tertiary,
    colorTextDescription: c.tertiary,
    colorError: c.error,
    colorWarning: c.warning,
    colorSuccess: c.success,
    colorInfo: c.info,
    colorBgLayout: c.layout,
    colorBgContainer: c.container,
    colorBgElevated: c.container,
    colorBorder: c.border,
    colorBorderSecondary: c.borderSecondary,
    colorSplit: c.split,
    colorTextLightSolid: c.onAccent,
    fontFamily: FONT,
    fontSize: 14,
    borderRadius: 6,
    borderRadiusSM: 4,
    controlHeight: 32,
    controlHeightSM: 26,
    boxShadow: `0 0 0 1px ${c.borderSecondary}`,
    boxShadowSecondary: `0 0 0 1px ${c.border}`,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  }
}

function components(name: ThemeName): ThemeConfig['components'] {
  const c = COLORS[name]
  return {
    Table: {
      headerBg: c.container,
      headerColor: c.secondary,
      headerSplitColor: 'transparent',
      headerSortActiveBg: c.container,
      headerSortHoverBg: c.container,
      bodySortBg: c.container,
      cellPaddingBlockSM: 3,
      cellPaddingInlineSM: 8,
      rowSelectedBg: c.wash,
      rowHoverBg: c.fill,
    },
    Tree: {
      titleHeight: 28,
      indentSize: 14,
      nodeSelectedBg: c.wash,
      nodeSelectedColor: c.text,
      nodeHoverBg: c.fill,
    },
    Segmented: {
      trackBg: c.fill,
      itemSelectedBg: c.container,
      itemColor: c.secondary,
      itemSelectedColor: c.text,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tooltip: { colorBgSpotlight: name === 'light' ? c.text : c.track, colorTextLightSolid: '#FFFFFF' },
    Select: { optionSelectedBg: c.wash, optionActiveBg: c.fill },
  }
}

type MappingAlgorithm = Extract<NonNullable<ThemeConfig['algorithm']>, (...tokens: never[]) => unknown>

/** The algorithms shade the colours they are given; text on them is only as readable as promised if they stay as they are. */
function exactColors(name: ThemeName): MappingAlgorithm {
  const c = COLORS[name]
  const exact = {
    colorPrimary: c.accent,
    colorPrimaryText: c.accent,
    colorError: c.error,
    colorWarning: c.warning,
    colorSuccess: c.success,
    colorInfo: c.info,
  }
  return (seedToken, mapToken) => ({ ...(mapToken ?? theme.defaultAlgorithm(seedToken)), ...exact })
}

/**
 * The one theme of the application; dark overrides the same tokens. `still`: nothing moves. That has to be said to the
 * components as well: a dialog whose animation a style sheet takes away waits for its end and is never seen.
 */
export function themeConfig(name: ThemeName, phone: boolean, still: boolean): ThemeConfig {
  const large = phone ? { fontSize: 16, controlHeight: 44, controlHeightSM: 40 } : {}
  return {
    algorithm: [name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm, exactColors(name)],
    token: { ...seed(name), ...large, motion: !still },
    components: components(name),
  }
}
