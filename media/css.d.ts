/** A style sheet that the build puts beside the script that imports it. */
declare module '*.css';
