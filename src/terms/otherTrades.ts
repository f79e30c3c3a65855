/** Acronyms that other trades use, with the words by which such a text gives itself away. */
const words: Readonly<Record<string, RegExp>> = {
  ISR: /\binterrupt (service|handler|routine|vector)|\bIRQs?\b|_vect\b|\bNVIC|\bGPIO|firmware|microcontroller|中断|单片机|寄存器|incremental static|getStaticProps|revalidat|\bNext\.?js/i,
  HW: /\bhardware|firmware|\bGPIO|\bHW[ _-]?(reg|register|accel|version|revision|module|id|address|platform)|硬件|固件|寄存器|homework|作业本/i,
  LEO: /\borbit|satellite|卫星|轨道/i,
  PID: /\bPID[ _-]?(loop|control|controller|tuning|gain)|proportional|\bsetpoint|vendor[ _-]?id|\bVID\b|比例积分/i,
  ACL: /\bNTFS|\bSELinux|cisco|firewall|防火墙|交换机/i,
  AM: /\b(AM\/FM|AM[ /]PM|PM)\b|amplitude|\d ?AM\b/i,
  NN: /neural|\bCNN|\bRNN|\bDNN|神经网络|\bknn/i,
  DN: /\bLDAP|distinguished|\bcn=|\bdc=/i,
  AR: /augmented|\bVR\b|arkit|arcore|增强现实|\bAR ?[:?]?= ?\S*ar\b/i,
  WAL: /sqlite|postgres|journal_mode|\bpg_/i,
  CDC: /\bUSB|clock domain|\bCDC[ _-]?(ACM|ECM|NCM)|疾控|disease/i,
  ROM: /read[- ]only memory|\bRAM\b|bios|firmware|固件/i,
  RES: /\bresponse|\bresolution|resource/i,
  PV: /persistent ?volume|photovoltaic|光伏|\bPVCs?\b/i,
  UV: /ultraviolet|\btextures?\b|\bvertex|紫外|\bmesh\b|libuv|\buvloop/i,
  MV: /\bmotion vector/i,
  SLA: /stereolithograph/i,
  DIM: /\bdimm(ing|ed|er)|亮度/i,
  SCP: /\bssh\b|secure copy/i,
  ORC: /\bgoblin|\belf\b|\btroll/i,
  ESS: /\benergy storage|储能/i,
  DAG: /\bmerkle/i,
  LAG: /link aggregation/i,
};

/** Whether a text says an acronym as another trade does (`ISR` of a microcontroller). */
export function isOfOtherTrade(acronym: string, text: string): boolean {
  return words[acronym]?.test(text) ?? false;
}
